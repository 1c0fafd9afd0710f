locals {
  # A freshness above one buffering interval and a slow delivery is a stream that falls behind.
  stale_seconds = var.buffering.seconds + 600

  stream_alarms = {
    for pipeline, name in local.streams : pipeline => {
      failed = pipeline == "dynamodb" ? {
        description = "Deliveries to the bucket of changes failed"
        metric      = "DeliveryToS3.Success" # a share: 1 when all succeeded
        statistic   = "Average"
        comparison  = "LessThanThreshold"
        threshold   = 1
        } : {
        description = "Rows went to the error bucket, not to their table"
        metric      = "DeliveryToIceberg.FailedRowCount"
        statistic   = "Sum"
        comparison  = "GreaterThanThreshold"
        threshold   = 0
      }
      stale = {
        description = "The oldest record waits longer than ${local.stale_seconds} s for its delivery"
        metric      = pipeline == "dynamodb" ? "DeliveryToS3.DataFreshness" : "DeliveryToIceberg.DataFreshness"
        statistic   = "Maximum"
        comparison  = "GreaterThanThreshold"
        threshold   = local.stale_seconds
      }
      dead-letters = {
        description = "Records could not be delivered to the stream; they stand in the generator's log"
        namespace   = "Hydrant" # what the generator measures itself
        metric      = "DeadLettered"
        statistic   = "Sum"
        comparison  = "GreaterThanThreshold"
        threshold   = 0
      }
      throttled = {
        description = "The stream refused records: the rate is above its quota"
        metric      = "ThrottledRecords"
        statistic   = "Sum"
        comparison  = "GreaterThanThreshold"
        threshold   = 0
      }
    }
  }

  alarms = merge(concat(
    [for pipeline, alarms in local.stream_alarms : {
      for key, alarm in alarms : "${pipeline}-${key}" =>
      merge({ namespace = "AWS/Firehose", dimensions = { DeliveryStreamName = local.streams[pipeline] } }, alarm)
    }],
    [{ for key, name in local.functions : "${key}-errors" => {
      description = "Invocations of ${name} failed"
      namespace   = "AWS/Lambda"
      dimensions  = { FunctionName = name }
      metric      = "Errors"
      statistic   = "Sum"
      comparison  = "GreaterThanThreshold"
      threshold   = 0
    } }],
  )...)
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.stack_name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  period              = 300
  evaluation_periods  = 1
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = aws_sns_topic.alarms[*].arn
  ok_actions          = aws_sns_topic.alarms[*].arn
}

resource "aws_sns_topic" "alarms" {
  count = var.alarm_email == null ? 0 : 1

  name              = "${var.stack_name}-alarms"
  kms_master_key_id = var.encryption ? aws_kms_key.this[0].arn : null
}

resource "aws_sns_topic_subscription" "alarms" {
  count = var.alarm_email == null ? 0 : 1

  topic_arn = aws_sns_topic.alarms[0].arn
  protocol  = "email"
  endpoint  = var.alarm_email
}
