mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar = "./tables.json"
}

run "widgets_show_metrics_that_exist" {
  command = plan

  assert {
    condition     = length([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget if widget.type == "metric"]) >= 9
    error_message = "There are fewer than nine widgets."
  }

  # tests/metrics.json lists CloudWatch's metrics with their dimensions in order.
  assert {
    condition = alltrue(flatten([
      for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : [
        for metric in widget.properties.metrics :
        try(jsondecode(file("./tests/metrics.json"))[metric[0]][metric[1]].dimensions, []) ==
        [for index, part in metric : part if index >= 2 && index % 2 == 0 && index < length(metric) - 1]
      ] if widget.type == "metric"
    ]))
    error_message = "A metric of the dashboard is not in tests/metrics.json with these dimensions."
  }

  # A daily metric over a shorter period shows nothing.
  assert {
    condition = alltrue(flatten([
      for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : [
        for metric in widget.properties.metrics :
        widget.properties.period == 86400 if jsondecode(file("./tests/metrics.json"))[metric[0]][metric[1]].period == 86400
      ] if widget.type == "metric"
    ]))
    error_message = "A daily metric has a shorter period."
  }

  assert {
    condition = length(distinct([
      for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : "${widget.x},${widget.y}"
    ])) == length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets)
    error_message = "Two widgets lie on one another."
  }
}

run "alarms_watch_metrics_that_exist" {
  command = plan

  assert {
    condition = alltrue([for alarm in aws_cloudwatch_metric_alarm.this :
      toset(try(jsondecode(file("./tests/metrics.json"))[alarm.namespace][alarm.metric_name].dimensions, [])) == toset(keys(alarm.dimensions))
    ])
    error_message = "A metric of an alarm is not in tests/metrics.json with these dimensions."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 4 * 3 + 5
    error_message = "There are ${length(aws_cloudwatch_metric_alarm.this)} alarms, not four a stream and one a function."
  }
}

run "one_pipeline_leaves_no_empty_widget" {
  command = plan

  variables {
    pipelines = ["dynamodb"]
  }

  assert {
    condition     = alltrue([for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : length(try(widget.properties.metrics, [0])) > 0])
    error_message = "A widget has no metric."
  }
}
