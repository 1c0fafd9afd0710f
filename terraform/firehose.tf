locals {
  # Below it the folders of Firehose's error output: iceberg-failed, processing-failed.
  error_prefix = "!{firehose:error-output-type}/dt=!{timestamp:yyyy-MM-dd}/"
}

resource "aws_kinesis_firehose_delivery_stream" "iceberg" {
  for_each = setintersection(var.pipelines, ["sensor", "ses"])

  name        = local.streams[each.key]
  destination = "iceberg"

  iceberg_configuration {
    catalog_arn        = "${local.glue_arn}:catalog/${local.glue_catalog}"
    role_arn           = aws_iam_role.this["stream-${each.key}"].arn
    append_only        = each.key == "sensor"
    buffering_size     = var.buffering.size_mib
    buffering_interval = var.buffering.seconds
    retry_duration     = 300
    s3_backup_mode     = "FailedDataOnly"

    dynamic "destination_table_configuration" {
      # SES events carry their table in otfMetadata.
      for_each = each.key == "sensor" ? ["sensors"] : []
      content {
        database_name = var.namespace
        table_name    = aws_s3tables_table.this[destination_table_configuration.value].name
      }
    }

    dynamic "processing_configuration" {
      for_each = each.key == "ses" ? ["ses-router"] : []
      content {
        enabled = true
        processors {
          type = "Lambda"
          # A parameter at its default would be a change in every plan.
          parameters {
            parameter_name  = "LambdaArn"
            parameter_value = aws_lambda_alias.live[processing_configuration.value].arn
          }
        }
      }
    }

    s3_configuration {
      role_arn            = aws_iam_role.this["stream-${each.key}"].arn
      bucket_arn          = aws_s3_bucket.this["errors"].arn
      error_output_prefix = "${each.key}/${local.error_prefix}"
      kms_key_arn         = var.encryption ? aws_kms_key.this[0].arn : null
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.this["stream-${each.key}"].name
      log_stream_name = aws_cloudwatch_log_stream.delivery[each.key].name
    }
  }

  dynamic "server_side_encryption" {
    for_each = var.stream_encryption ? [1] : []
    content {
      enabled  = true
      key_type = var.encryption ? "CUSTOMER_MANAGED_CMK" : "AWS_OWNED_CMK"
      key_arn  = var.encryption ? aws_kms_key.this[0].arn : null
    }
  }

  # Firehose asks Glue for the table when the stream is made.
  depends_on = [
    aws_iam_role_policy.this,
    aws_lakeformation_permissions.columns,
    aws_lakeformation_permissions.database,
    aws_lakeformation_permissions.tables,
    aws_s3tables_table.this,
  ]
}

resource "aws_kinesis_firehose_delivery_stream" "changes" {
  count = local.dynamodb ? 1 : 0

  name        = local.streams["dynamodb"]
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn            = aws_iam_role.this["stream-dynamodb"].arn
    bucket_arn          = aws_s3_bucket.this["changes"].arn
    prefix              = "changes/dt=!{timestamp:yyyy-MM-dd}/"
    error_output_prefix = "errors/${local.error_prefix}"
    file_extension      = ".csv.gz"
    compression_format  = "GZIP"
    buffering_size      = var.buffering.size_mib
    buffering_interval  = var.buffering.seconds
    kms_key_arn         = var.encryption ? aws_kms_key.this[0].arn : null

    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = aws_lambda_alias.live["dynamodb-csv"].arn
        }
      }
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.this["stream-dynamodb"].name
      log_stream_name = aws_cloudwatch_log_stream.delivery["dynamodb"].name
    }
  }

  dynamic "server_side_encryption" {
    for_each = var.stream_encryption ? [1] : []
    content {
      enabled  = true
      key_type = var.encryption ? "CUSTOMER_MANAGED_CMK" : "AWS_OWNED_CMK"
      key_arn  = var.encryption ? aws_kms_key.this[0].arn : null
    }
  }

  depends_on = [aws_iam_role_policy.this]
}
