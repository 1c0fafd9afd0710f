locals {
  schemas = jsondecode(file("${path.module}/tables.json"))

  # "Rendering Failure" and "DeliveryDelay" become rendering_failure_log and delivery_delay_log.
  ses_event_types = concat(["Send", "Open", "Click"], sort(var.ses_event_types))
  ses_tables = [
    for type in local.ses_event_types :
    "${lower(replace(replace(type, " ", "_"), "/([a-z])([A-Z])/", "$${1}_$2"))}_log"
  ]

  table_names = concat(local.sensor ? ["sensors"] : [], local.ses ? local.ses_tables : [])
  tables      = { for name in local.table_names : name => lookup(local.schemas, name, { columns = [] }) }

  # S3 Tables' metadata takes primitive Iceberg types alone.
  column_types = ["boolean", "int", "long", "float", "double", "date", "time", "timestamp", "timestamptz", "string", "uuid", "binary"]
}

resource "aws_s3tables_table_bucket" "this" {
  name          = local.table_bucket
  force_destroy = var.force_destroy

  encryption_configuration = {
    sse_algorithm = var.encryption ? "aws:kms" : "AES256"
    kms_key_arn   = var.encryption ? aws_kms_key.this[0].arn : null
  }

  maintenance_configuration = {
    iceberg_unreferenced_file_removal = {
      status = "enabled"
      settings = {
        unreferenced_days = var.maintenance.unreferenced_days
        non_current_days  = var.maintenance.noncurrent_days
      }
    }
  }
}

resource "aws_s3tables_namespace" "this" {
  count = length(local.table_names) > 0 ? 1 : 0

  namespace        = var.namespace
  table_bucket_arn = aws_s3tables_table_bucket.this.arn
}

resource "aws_s3tables_table" "this" {
  for_each = local.tables

  name             = each.key
  namespace        = aws_s3tables_namespace.this[0].namespace
  table_bucket_arn = aws_s3tables_table_bucket.this.arn
  format           = "ICEBERG"

  # A table made without a schema has no metadata location, and Iceberg clients fail on it.
  metadata {
    iceberg {
      schema {
        dynamic "field" {
          for_each = each.value.columns
          content {
            name     = field.value.name
            type     = field.value.type
            required = field.value.required
          }
        }
      }
    }
  }

  maintenance_configuration = {
    iceberg_compaction = {
      status   = "enabled"
      settings = { target_file_size_mb = var.maintenance.target_file_size_mb }
    }
    iceberg_snapshot_management = {
      status = "enabled"
      settings = {
        max_snapshot_age_hours = var.maintenance.snapshot_hours
        min_snapshots_to_keep  = var.maintenance.snapshots
      }
    }
  }

  lifecycle {
    precondition {
      condition     = length(each.value.columns) > 0
      error_message = "tables.json has no table ${each.key}."
    }
    precondition {
      condition     = alltrue([for column in each.value.columns : contains(local.column_types, column.type)])
      error_message = "tables.json, ${each.key}: a type of ${jsonencode([for column in each.value.columns : column.type])} is not one of ${join(", ", local.column_types)}."
    }
    precondition {
      condition     = alltrue([for column in each.value.columns : can(regex("^[a-z][a-z0-9_]*$", column.name))])
      error_message = "tables.json, ${each.key}: column names are lower case, or Glue and Athena do not see the table."
    }
  }
}
