# The columns, pinned: they are a contract with the records, with the transforms and with tables that are there already.

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar = "./tables.json"
}

run "columns_are_these" {
  command = plan

  assert {
    condition = {
      for name, table in local.schemas : name =>
      join(" ", [for column in table.columns : "${column.name}:${column.type}${column.required ? "!" : ""}"])
      if contains(["sensors", "send_log", "open_log", "click_log"], name)
      } == {
      sensors   = "sensor_id:string! timestamp:long! location:string temperature:double humidity:double pressure:double"
      send_log  = "event_type:string message_id:string from_address:string to_address:string timestamp:timestamptz tags:string"
      open_log  = "event_type:string message_id:string from_address:string to_address:string timestamp:timestamptz tags:string ip_address:string user_agent:string"
      click_log = "event_type:string message_id:string from_address:string to_address:string timestamp:timestamptz tags:string ip_address:string link:string link_tags:string user_agent:string"
    }
    error_message = "tables.json no longer says what is pinned here. A table that holds data keeps its columns; if the change is meant, pin it."
  }

  assert {
    condition     = toset(keys(aws_s3tables_table.this)) == toset(["sensors", "send_log", "open_log", "click_log"])
    error_message = "The tables are ${jsonencode(keys(aws_s3tables_table.this))}."
  }

  assert {
    condition     = aws_kinesis_firehose_delivery_stream.iceberg["sensor"].iceberg_configuration[0].destination_table_configuration[0].table_name == "sensors"
    error_message = "The sensor stream does not deliver to sensors."
  }

  assert {
    condition     = aws_lambda_function.this["ses-router"].environment[0].variables["HYDRANT_EVENT_TYPES"] == "Send,Open,Click"
    error_message = "The router takes ${aws_lambda_function.this["ses-router"].environment[0].variables["HYDRANT_EVENT_TYPES"]}."
  }
}

run "each_pipeline_has_its_tables" {
  command = plan

  variables {
    pipelines = ["ses"]
  }

  assert {
    condition     = toset(keys(aws_s3tables_table.this)) == toset(["send_log", "open_log", "click_log"])
    error_message = "The tables are ${jsonencode(keys(aws_s3tables_table.this))}."
  }

  assert {
    condition     = length(aws_athena_named_query.this) == 0
    error_message = "There are queries on a table that is not there."
  }
}

run "changes_need_no_table" {
  command = plan

  variables {
    pipelines = ["dynamodb"]
  }

  assert {
    condition     = length(aws_s3tables_table.this) == 0 && length(aws_s3tables_namespace.this) == 0 && length(aws_lakeformation_permissions.database) == 0
    error_message = "There is a table, a namespace or a grant."
  }
}

run "queries_name_the_table_in_full" {
  command = plan

  assert {
    condition = toset(keys(aws_athena_named_query.this)) == toset([
      "all_readings", "average_temperature_by_location", "latest_above_25_degrees", "readings_by_sensor"
    ])
    error_message = "The queries are ${jsonencode(keys(aws_athena_named_query.this))}."
  }

  assert {
    condition = alltrue([for query in aws_athena_named_query.this :
      strcontains(query.query, "FROM \"s3tablescatalog/hydrant-123456789012-us-east-1\".\"hydrant\".\"sensors\"")
    ])
    error_message = "A query names the table otherwise."
  }

  assert {
    condition     = alltrue([for query in aws_athena_named_query.this : length(query.description) > 10 && !startswith(query.description, "-")])
    error_message = "A query has no description."
  }
}

run "further_event_types_have_a_table_each" {
  command = plan

  variables {
    ses_event_types = ["Delivery", "Bounce", "Complaint", "Reject", "Rendering Failure", "DeliveryDelay", "Subscription"]
  }

  assert {
    condition = toset(local.ses_tables) == toset([
      "send_log", "open_log", "click_log", "delivery_log", "bounce_log", "complaint_log", "reject_log",
      "rendering_failure_log", "delivery_delay_log", "subscription_log",
    ])
    error_message = "The tables are ${jsonencode(local.ses_tables)}."
  }

  assert {
    condition     = alltrue([for name in local.ses_tables : contains(keys(aws_s3tables_table.this), name)])
    error_message = "A table is missing."
  }

  # In SES's spelling, blanks and all.
  assert {
    condition     = strcontains(aws_lambda_function.this["ses-router"].environment[0].variables["HYDRANT_EVENT_TYPES"], "Send,Open,Click,Bounce,Complaint,Delivery,DeliveryDelay,Reject,Rendering Failure,Subscription")
    error_message = "The router takes ${aws_lambda_function.this["ses-router"].environment[0].variables["HYDRANT_EVENT_TYPES"]}."
  }
}
