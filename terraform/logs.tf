resource "aws_cloudwatch_log_group" "this" {
  for_each = local.log_groups

  name              = each.value
  retention_in_days = var.log_retention_days
  kms_key_id        = var.encryption ? aws_kms_key.this[0].arn : null
}

# Firehose writes only into streams that are there.
resource "aws_cloudwatch_log_stream" "delivery" {
  for_each = local.streams

  name           = "delivery"
  log_group_name = aws_cloudwatch_log_group.this["stream-${each.key}"].name
}
