mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  stack_name = "a-stack"
  lambda_jar = "./tables.json" # any file stands for the jar: planning opens none
}

run "every_name_starts_with_the_stack_s" {
  command = plan

  assert {
    condition = alltrue([for name in concat(
      [aws_s3tables_table_bucket.this.name, aws_athena_workgroup.this.name, aws_cloudwatch_dashboard.this.dashboard_name],
      [for bucket in aws_s3_bucket.this : bucket.bucket],
      [for stream in aws_kinesis_firehose_delivery_stream.iceberg : stream.name],
      [for stream in aws_kinesis_firehose_delivery_stream.changes : stream.name],
      [for function in aws_lambda_function.this : function.function_name],
      [for role in aws_iam_role.this : role.name],
      [for schedule in aws_scheduler_schedule.generator : schedule.name],
      [for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name],
    ) : startswith(name, "a-stack")])
    error_message = "A name does not start with the stack's."
  }

  assert {
    condition     = aws_kms_alias.this[0].name == "alias/a-stack"
    error_message = "The alias of the key is ${aws_kms_alias.this[0].name}."
  }

  assert {
    condition     = aws_s3tables_namespace.this[0].namespace == "hydrant"
    error_message = "The namespace is ${aws_s3tables_namespace.this[0].namespace}."
  }
}

run "the_longest_names_fit" {
  command = plan

  variables {
    stack_name = "abcdefghijklmnopqrst"
    region     = "ap-southeast-2"
  }

  assert {
    condition     = alltrue([for bucket in aws_s3_bucket.this : length(bucket.bucket) <= 63]) && length(aws_s3tables_table_bucket.this.name) <= 63
    error_message = "A bucket's name is longer than 63."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : length(role.name) <= 64]) && alltrue([for function in aws_lambda_function.this : length(function.function_name) <= 64])
    error_message = "A name of a role or function is longer than 64."
  }
}

run "the_catalog_is_the_table_bucket_s" {
  command = plan

  assert {
    condition = alltrue([for stream in aws_kinesis_firehose_delivery_stream.iceberg :
      stream.iceberg_configuration[0].catalog_arn == "arn:aws:glue:us-east-1:123456789012:catalog/s3tablescatalog/${aws_s3tables_table_bucket.this.name}"
    ])
    error_message = "Firehose's catalog is not that of the table bucket."
  }

  assert {
    condition     = output.catalog == "s3tablescatalog/${aws_s3tables_table_bucket.this.name}"
    error_message = "Athena's catalog is ${output.catalog}."
  }
}

run "handlers_are_the_jar_s_classes" {
  command = plan

  assert {
    condition = { for key, function in aws_lambda_function.this : key => function.handler } == {
      generator-sensor   = "dev.hydrant.lambda.GeneratorHandler::handleRequest"
      generator-ses      = "dev.hydrant.lambda.GeneratorHandler::handleRequest"
      generator-dynamodb = "dev.hydrant.lambda.GeneratorHandler::handleRequest"
      ses-router         = "dev.hydrant.lambda.SesRouter::handleRequest"
      dynamodb-csv       = "dev.hydrant.lambda.DynamoDbCsv::handleRequest"
    }
    error_message = "The handlers are ${jsonencode({ for key, function in aws_lambda_function.this : key => function.handler })}."
  }

  assert {
    condition = aws_lambda_function.this["generator-ses"].environment[0].variables == tomap({
      HYDRANT_STREAM = "a-stack-ses", HYDRANT_RECORDS = "ses", HYDRANT_RATE = "200", HYDRANT_SECONDS = "50"
      HYDRANT_SEED   = "42", HYDRANT_SHARD = "0", HYDRANT_SHARDS = "1"
    })
    error_message = "The generator's environment is ${jsonencode(aws_lambda_function.this["generator-ses"].environment[0].variables)}."
  }
}

run "a_missing_jar_is_named" {
  command = plan

  variables {
    lambda_jar = "./absent.jar"
  }

  expect_failures = [aws_lambda_function.this]
}
