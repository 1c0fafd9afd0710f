locals {
  # The queries are shared with the command line, where the table is simply sensors.
  queries = {
    for file in local.sensor ? fileset(path.module, "queries/*.sql") : [] :
    trimsuffix(basename(file), ".sql") => file("${path.module}/${file}")
  }
  athena_table = "\"${local.glue_catalog}\".\"${var.namespace}\".\"sensors\""
}

resource "aws_athena_workgroup" "this" {
  name          = var.stack_name
  description   = "Queries on the tables of ${var.stack_name}"
  force_destroy = var.force_destroy

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true

    result_configuration {
      output_location = "s3://${aws_s3_bucket.this["athena"].id}/results/"

      encryption_configuration {
        encryption_option = var.encryption ? "SSE_KMS" : "SSE_S3"
        kms_key_arn       = var.encryption ? aws_kms_key.this[0].arn : null
      }
    }
  }
}

resource "aws_athena_named_query" "this" {
  for_each = local.queries

  name        = each.key
  description = trimprefix(split("\n", each.value)[0], "-- ")
  workgroup   = aws_athena_workgroup.this.name
  database    = var.namespace
  query       = replace(each.value, "/\\bFROM sensors\\b/", "FROM ${local.athena_table}")
}
