locals {
  schedules = {
    for pair in setproduct(var.pipelines, range(var.shards)) :
    "${pair[0]}-${pair[1]}" => { pipeline = pair[0], shard = tonumber(pair[1]) }
  }
}

resource "aws_scheduler_schedule" "generator" {
  for_each = local.schedules

  name                = "${var.stack_name}-${each.key}"
  description         = "Shard ${each.value.shard} of ${var.shards} of the ${each.value.pipeline} records of this minute"
  schedule_expression = "rate(1 minute)"
  state               = var.schedule_enabled ? "ENABLED" : "DISABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_alias.live["generator-${each.value.pipeline}"].arn
    role_arn = aws_iam_role.this["scheduler"].arn

    # Not jsonencode: it would escape the angle brackets, and Scheduler would not see its own word.
    input = format("{\"time\":\"<aws.scheduler.scheduled-time>\",\"shard\":%d,\"shards\":%d}", each.value.shard, var.shards)

    # A late minute still makes its own records; after an hour it is let go.
    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 10
    }
  }

  depends_on = [
    aws_iam_role_policy.this,
    aws_kinesis_firehose_delivery_stream.changes,
    aws_kinesis_firehose_delivery_stream.iceberg,
  ]
}
