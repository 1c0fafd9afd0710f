mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar = "./tables.json"
}

run "encryption_on" {
  command = plan

  assert {
    condition     = length(aws_kms_key.this) == 1 && aws_kms_key.this[0].enable_key_rotation && aws_kms_key.this[0].deletion_window_in_days == 7
    error_message = "There is no key that rotates and goes after 7 days."
  }

  assert {
    condition     = aws_s3tables_table_bucket.this.encryption_configuration.sse_algorithm == "aws:kms"
    error_message = "The table bucket does not use the key."
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.kms_key_id != null])
    error_message = "A log group does not use the key."
  }
}

run "encryption_off" {
  command = plan

  variables {
    encryption  = false
    alarm_email = "alarms@example.com"
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && length(aws_kms_alias.this) == 0 && output.kms_key_arn == null
    error_message = "There is a key."
  }

  assert {
    condition     = aws_s3tables_table_bucket.this.encryption_configuration.sse_algorithm == "AES256"
    error_message = "The table bucket is not encrypted with S3's key."
  }

  assert {
    condition     = !anytrue([for policy in aws_iam_role_policy.this : strcontains(policy.policy, "kms:")])
    error_message = "A role may use a key that is not there."
  }
}

run "stream_encryption_with_the_stack_s_key" {
  command = plan

  variables {
    stream_encryption = true
  }

  assert {
    condition     = alltrue([for stream in aws_kinesis_firehose_delivery_stream.iceberg : stream.server_side_encryption[0].key_type == "CUSTOMER_MANAGED_CMK"])
    error_message = "A stream does not use the key."
  }

  assert {
    condition = alltrue([for key in ["generator-sensor", "generator-ses", "generator-dynamodb", "ses-router", "dynamodb-csv"] :
      contains([for statement in jsondecode(aws_iam_role_policy.this[key].policy).Statement : statement.Sid], "Key")
    ])
    error_message = "A producer may not use the stream's key."
  }
}

run "stream_encryption_with_firehose_s_key" {
  command = plan

  variables {
    encryption        = false
    stream_encryption = true
  }

  assert {
    condition     = aws_kinesis_firehose_delivery_stream.changes[0].server_side_encryption[0].key_type == "AWS_OWNED_CMK"
    error_message = "The stream does not use Firehose's key."
  }
}

run "lake_formation_grants" {
  command = plan

  variables {
    readers = ["arn:aws:iam::123456789012:role/analyst"]
  }

  assert {
    condition = toset(keys(aws_lakeformation_permissions.columns)) == toset(concat(
      ["stream-sensor/sensors", "stream-ses/send_log", "stream-ses/open_log", "stream-ses/click_log"],
      [for table in ["sensors", "send_log", "open_log", "click_log"] : "arn:aws:iam::123456789012:role/analyst/${table}"],
    ))
    error_message = "The grants are ${jsonencode(keys(aws_lakeformation_permissions.columns))}."
  }

  assert {
    condition     = aws_lakeformation_permissions.tables["arn:aws:iam::123456789012:role/analyst"].permissions == toset(["DESCRIBE"])
    error_message = "A reader may do more than read."
  }
}

run "iam_mode_grants_nothing" {
  command = plan

  variables {
    access_mode = "iam"
    readers     = ["arn:aws:iam::123456789012:role/analyst"]
  }

  assert {
    condition     = length(aws_lakeformation_permissions.database) + length(aws_lakeformation_permissions.tables) + length(aws_lakeformation_permissions.columns) == 0
    error_message = "There is a grant."
  }
}

run "no_mail_without_address" {
  command = plan

  assert {
    condition     = length(aws_sns_topic.alarms) == 0 && alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length(alarm.alarm_actions) == 0])
    error_message = "There is a topic or an action."
  }
}

run "mail_with_address" {
  command = plan

  variables {
    alarm_email = "alarms@example.com"
  }

  assert {
    condition     = aws_sns_topic_subscription.alarms[0].endpoint == "alarms@example.com" && alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length(alarm.alarm_actions) == 1])
    error_message = "An alarm is not mailed."
  }
}

run "buckets_are_private_versioned_and_emptied_when_asked" {
  command = plan

  variables {
    force_destroy = false
  }

  assert {
    condition     = alltrue([for bucket in aws_s3_bucket.this : !bucket.force_destroy]) && !aws_athena_workgroup.this.force_destroy
    error_message = "Destroy would delete what is in a bucket."
  }

  assert {
    condition     = alltrue([for versioning in aws_s3_bucket_versioning.this : versioning.versioning_configuration[0].status == "Enabled"])
    error_message = "A bucket is not versioned."
  }

  assert {
    condition = alltrue([for block in aws_s3_bucket_public_access_block.this :
      block.block_public_acls && block.block_public_policy && block.ignore_public_acls && block.restrict_public_buckets
    ])
    error_message = "A bucket can be public."
  }
}
