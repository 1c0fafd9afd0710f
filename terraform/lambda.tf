locals {
  jar = coalesce(var.lambda_jar, "${path.module}/../generator-lambda/target/generator-lambda.jar")

  # Seconds of each minute in which the generator sends: the rest is for starting and draining.
  seconds = 50

  lambdas = merge(
    { for pipeline in var.pipelines : "generator-${pipeline}" => {
      class       = "GeneratorHandler"
      description = "Sends ${pipeline} records to ${local.streams[pipeline]}"
      timeout     = 60
      environment = {
        HYDRANT_STREAM  = local.streams[pipeline]
        HYDRANT_RECORDS = pipeline
        HYDRANT_RATE    = tostring(var.records_per_second)
        HYDRANT_SECONDS = tostring(local.seconds)
        HYDRANT_SEED    = tostring(var.seed)
        HYDRANT_SHARD   = "0"
        HYDRANT_SHARDS  = tostring(max(var.shards, 1))
      }
    } },
    local.ses ? { ses-router = {
      class       = "SesRouter"
      description = "Routes SES events to their tables"
      timeout     = local.transform_timeout
      environment = {
        HYDRANT_DATABASE    = var.namespace
        HYDRANT_EVENT_TYPES = join(",", local.ses_event_types)
      }
    } } : {},
    local.dynamodb ? { dynamodb-csv = {
      class       = "DynamoDbCsv"
      description = "Turns DynamoDB changes into CSV lines"
      timeout     = local.transform_timeout
      environment = {
        HYDRANT_COLUMNS = "Keys.id,Keys.datetime"
        HYDRANT_REMOVES = "drop"
      }
    } } : {},
  )

  # Firehose gives a transform 5 minutes; a minute of it is for what follows the answer.
  transform_timeout = 240
}

resource "aws_lambda_function" "this" {
  for_each = local.lambdas

  function_name    = local.functions[each.key]
  description      = each.value.description
  role             = aws_iam_role.this[each.key].arn
  filename         = local.jar
  source_code_hash = fileexists(local.jar) ? filebase64sha256(local.jar) : null
  handler          = "dev.hydrant.lambda.${each.value.class}::handleRequest"
  runtime          = "java21"
  architectures    = ["arm64"]
  memory_size      = 512
  timeout          = each.value.timeout
  publish          = true

  environment {
    variables = each.value.environment
  }

  snap_start {
    apply_on = "PublishedVersions"
  }

  lifecycle {
    precondition {
      condition     = fileexists(local.jar)
      error_message = "The Lambda jar ${local.jar} is not there. Build it with ./mvnw -pl generator-lambda -am package, or name another with lambda_jar."
    }
  }

  # Lambda would make the group itself, for ever, and the first start needs the role's policy.
  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy.this]
}

resource "aws_lambda_alias" "live" {
  for_each = aws_lambda_function.this

  name             = "live"
  function_name    = each.value.function_name
  function_version = each.value.version
}
