# ARNs are made from names, so that policies and streams are known when planning and never wait for one another in a circle.
locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition

  # Lake Formation's name of the table bucket's catalog.
  catalog = "${local.account}:${local.glue_catalog}"

  table_bucket     = "${var.stack_name}-${local.account}-${var.region}"
  glue_catalog     = "s3tablescatalog/${local.table_bucket}"
  table_bucket_arn = "arn:${local.partition}:s3tables:${var.region}:${local.account}:bucket/${local.table_bucket}"
  glue_arn         = "arn:${local.partition}:glue:${var.region}:${local.account}"

  sensor   = contains(var.pipelines, "sensor")
  ses      = contains(var.pipelines, "ses")
  dynamodb = contains(var.pipelines, "dynamodb")

  streams     = { for pipeline in var.pipelines : pipeline => "${var.stack_name}-${pipeline}" }
  stream_arns = { for pipeline, name in local.streams : pipeline => "arn:${local.partition}:firehose:${var.region}:${local.account}:deliverystream/${name}" }

  functions = merge(
    { for pipeline in var.pipelines : "generator-${pipeline}" => "${var.stack_name}-generator-${pipeline}" },
    local.ses ? { "ses-router" = "${var.stack_name}-ses-router" } : {},
    local.dynamodb ? { "dynamodb-csv" = "${var.stack_name}-dynamodb-csv" } : {},
  )
  function_arns = { for key, name in local.functions : key => "arn:${local.partition}:lambda:${var.region}:${local.account}:function:${name}" }
  alias_arns    = { for key, arn in local.function_arns : key => "${arn}:live" }

  # The transforming function in front of a stream.
  transforms = { ses = "ses-router", dynamodb = "dynamodb-csv" }

  log_groups = merge(
    { for key, name in local.functions : key => "/aws/lambda/${name}" },
    { for pipeline, name in local.streams : "stream-${pipeline}" => "/aws/kinesisfirehose/${name}" },
  )
  log_group_arns = { for key, name in local.log_groups : key => "arn:${local.partition}:logs:${var.region}:${local.account}:log-group:${name}" }
}
