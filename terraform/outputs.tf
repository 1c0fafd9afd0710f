output "region" {
  description = "Region of the deployment."
  value       = var.region
}

output "streams" {
  description = "Delivery streams by what they take: sensor, ses, dynamodb."
  value = merge(
    { for pipeline, stream in aws_kinesis_firehose_delivery_stream.iceberg : pipeline => stream.name },
    { for stream in aws_kinesis_firehose_delivery_stream.changes : "dynamodb" => stream.name },
  )
}

output "table_bucket_arn" {
  description = "ARN of the table bucket."
  value       = aws_s3tables_table_bucket.this.arn
}

output "namespace" {
  description = "Namespace of the tables: the database of Glue, Athena and Firehose."
  value       = var.namespace
}

output "tables" {
  description = "The tables, by name, with their ARNs."
  value       = { for name, table in aws_s3tables_table.this : name => table.arn }
}

output "catalog" {
  description = "Name of the catalog for Athena: s3tablescatalog/TABLE_BUCKET."
  value       = local.glue_catalog
}

output "error_bucket" {
  description = "Bucket of what Firehose could not deliver."
  value       = aws_s3_bucket.this["errors"].id
}

output "changes_bucket" {
  description = "Bucket of the DynamoDB changes as CSV; null without that pipeline."
  value       = one([for key, bucket in aws_s3_bucket.this : bucket.id if key == "changes"])
}

output "generators" {
  description = "The generating functions, by what they send."
  value       = { for pipeline in var.pipelines : pipeline => aws_lambda_function.this["generator-${pipeline}"].function_name }
}

output "load" {
  description = "What the generators send each minute: enough to generate the same records again."
  value = {
    records_per_second = var.records_per_second
    seconds            = local.seconds
    shards             = var.shards
    seed               = var.seed
    schedule_enabled   = var.schedule_enabled
  }
}

output "athena_workgroup" {
  description = "Athena workgroup with the example queries."
  value       = aws_athena_workgroup.this.name
}

output "access_mode" {
  description = "lake_formation or iam."
  value       = var.access_mode
}

output "kms_key_arn" {
  description = "ARN of the stack's key, for producers and readers; null without encryption."
  value       = one(aws_kms_key.this[*].arn)
}

output "dashboard_url" {
  description = "The dashboard in the CloudWatch console."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.this.dashboard_name}"
}
