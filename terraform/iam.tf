locals {
  # Role, its service, its policy's statements. One role a stream and a function: each reaches only its own.
  roles = merge(
    { for pipeline in var.pipelines : "stream-${pipeline}" => { service = "firehose", statements = local.stream_statements[pipeline] } },
    { for pipeline in var.pipelines : "generator-${pipeline}" => { service = "lambda", statements = local.generator_statements[pipeline] } },
    { for pipeline, key in local.transforms : key => { service = "lambda", statements = local.transform_statements[pipeline] } if contains(var.pipelines, pipeline) },
    { scheduler = { service = "scheduler", statements = local.scheduler_statements } },
  )

  log_statements = {
    for key, arn in local.log_group_arns : key => {
      Sid      = "Logs"
      Effect   = "Allow"
      Action   = startswith(key, "stream-") ? ["logs:PutLogEvents"] : ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${arn}:*"]
    }
  }

  put_statements = {
    for pipeline, arn in local.stream_arns : pipeline => {
      Sid      = "Put"
      Effect   = "Allow"
      Action   = ["firehose:PutRecordBatch"]
      Resource = [arn]
    }
  }

  generator_statements = {
    for pipeline in var.pipelines : pipeline =>
    concat([local.put_statements[pipeline], local.log_statements["generator-${pipeline}"]], local.stream_key_statements)
  }

  # A transform puts back into its stream what did not fit into the response.
  transform_statements = {
    for pipeline, key in local.transforms : pipeline =>
    concat([local.put_statements[pipeline], local.log_statements[key]], local.stream_key_statements)
    if contains(var.pipelines, pipeline)
  }

  scheduler_statements = [{
    Sid      = "Invoke"
    Effect   = "Allow"
    Action   = ["lambda:InvokeFunction"]
    Resource = [for pipeline in sort(var.pipelines) : local.alias_arns["generator-${pipeline}"]]
  }]

  stream_statements = {
    for pipeline in var.pipelines : pipeline => concat(
      [local.log_statements["stream-${pipeline}"]],
      [for bucket in pipeline == "dynamodb" ? ["changes", "errors"] : ["errors"] : {
        Sid    = title(bucket)
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket",
          "s3:ListBucketMultipartUploads", "s3:PutObject",
        ]
        Resource = [local.bucket_arns[bucket], "${local.bucket_arns[bucket]}/*"]
      }],
      [for key in compact([lookup(local.transforms, pipeline, "")]) : {
        Sid      = "Transform"
        Effect   = "Allow"
        Action   = ["lambda:GetFunctionConfiguration", "lambda:InvokeFunction"]
        Resource = [local.alias_arns[key]]
      }],
      pipeline == "dynamodb" ? [] : local.table_statements,
      local.key_statements,
    )
  }

  # Amazon Data Firehose Developer Guide, "Grant Firehose access to Amazon S3 Tables".
  table_statements = concat(
    [{
      Sid    = "Catalog"
      Effect = "Allow"
      Action = ["glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"]
      Resource = [
        "${local.glue_arn}:catalog",
        "${local.glue_arn}:catalog/s3tablescatalog",
        "${local.glue_arn}:catalog/${local.glue_catalog}",
        "${local.glue_arn}:database/*",
        "${local.glue_arn}:table/*/*",
      ]
    }],
    var.access_mode == "lake_formation" ? [{
      Sid      = "Vended"
      Effect   = "Allow"
      Action   = ["lakeformation:GetDataAccess"]
      Resource = ["*"] # the action knows no resource
      }] : [{
      Sid    = "Tables"
      Effect = "Allow"
      Action = [
        "s3tables:GetNamespace", "s3tables:GetTable", "s3tables:GetTableBucket", "s3tables:GetTableData",
        "s3tables:GetTableMetadataLocation", "s3tables:PutTableData", "s3tables:UpdateTableMetadataLocation",
      ]
      Resource = [local.table_bucket_arn, "${local.table_bucket_arn}/*"]
    }],
  )
}

resource "aws_iam_role" "this" {
  for_each = local.roles

  # IAM is global: two regions may hold a stack of the same name.
  name = "${var.stack_name}-${var.region}-${each.key}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ for key, value in {
      Effect    = "Allow"
      Principal = { Service = "${each.value.service}.amazonaws.com" }
      Action    = "sts:AssumeRole"
      # Lambda names no source account when it takes a role.
      Condition = each.value.service == "lambda" ? null : { StringEquals = { "aws:SourceAccount" = local.account } }
    } : key => value if value != null }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = local.roles

  name   = each.key
  role   = aws_iam_role.this[each.key].name
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value.statements })
}
