# Every input that is checked, with values just outside of what is allowed; at the end some just inside.

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar = "./tables.json"
}

run "too_small_or_misspelled" {
  command = plan

  variables {
    stack_name          = "ab"
    region              = "Virginia"
    tags                = { Stack = "mine" }
    namespace           = "a-namespace"
    pipelines           = []
    ses_event_types     = ["Opened"]
    access_mode         = "open"
    lake_formation_role = "arn:aws:iam::123456789012:role/a"
    readers             = ["analyst"]
    records_per_second  = 0
    shards              = -1
    seed                = 0.5
    buffering           = { size_mib = 0 }
    maintenance         = { target_file_size_mb = 63 }
    log_retention_days  = 2
    alarm_email         = "nobody"
  }

  expect_failures = [
    var.stack_name,
    var.region,
    var.tags,
    var.namespace,
    var.pipelines,
    var.ses_event_types,
    var.access_mode,
    var.lake_formation_role,
    var.readers,
    var.records_per_second,
    var.shards,
    var.seed,
    var.buffering,
    var.maintenance,
    var.log_retention_days,
    var.alarm_email,
  ]
}

run "too_large" {
  command = plan

  variables {
    stack_name         = "abcdefghijklmnopqrstu"
    tags               = { for number in range(50) : "tag${number}" => "" }
    namespace          = "Readings"
    pipelines          = ["sensors"]
    records_per_second = 500001
    shards             = 101
    seed               = 9223372036854775808
    buffering          = { size_mib = 129 }
    maintenance        = { target_file_size_mb = 513 }
  }

  expect_failures = [
    var.stack_name,
    var.tags,
    var.namespace,
    var.pipelines,
    var.records_per_second,
    var.shards,
    var.seed,
    var.buffering,
    var.maintenance,
  ]
}

run "of_the_wrong_kind" {
  command = plan

  variables {
    stack_name         = "a_stack"
    tags               = { "aws:team" = "mine" }
    namespace          = "aws_readings"
    records_per_second = 33.33333333
    shards             = 1.5
    seed               = -9223372036854775809
    buffering          = { seconds = -1 }
    maintenance        = { snapshots = 0 }
  }

  expect_failures = [
    var.stack_name,
    var.tags,
    var.namespace,
    var.records_per_second,
    var.shards,
    var.seed,
    var.buffering,
    var.maintenance,
  ]
}

run "reserved_or_too_long" {
  command = plan

  variables {
    stack_name  = "aws-stack"
    tags        = { team = "mine*" }
    buffering   = { seconds = 901 }
    maintenance = { unreferenced_days = 1.5 }
  }

  expect_failures = [
    var.stack_name,
    var.tags,
    var.buffering,
    var.maintenance,
  ]
}

run "reserved_in_bucket_names" {
  command = plan

  variables {
    stack_name = "xn--stack"
    tags       = { "" = "mine" }
  }

  expect_failures = [var.stack_name, var.tags]
}

run "reserved_for_access_points" {
  command = plan

  variables {
    stack_name = "sthree-stack"
  }

  expect_failures = [var.stack_name]
}

run "reserved_for_examples" {
  command = plan

  variables {
    stack_name = "amzn-s3-demo-stack"
  }

  expect_failures = [var.stack_name]
}

run "just_inside" {
  command = plan

  variables {
    tags               = { "Team: a/b" = "mine = yours" }
    records_per_second = 33.3333333
    seed               = -9223372036854775808
  }
}
