resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.stack_name

  dashboard_body = templatefile("${path.module}/templates/dashboard.tftpl", {
    region          = var.region
    functions       = values(local.functions)
    streams         = values(local.streams)
    iceberg_streams = [for pipeline, name in local.streams : name if pipeline != "dynamodb"]
    s3_streams      = [for pipeline, name in local.streams : name if pipeline == "dynamodb"]
    table_bucket    = local.table_bucket
    namespace       = var.namespace
    tables          = local.table_names
    error_bucket    = local.buckets["errors"]
  })
}
