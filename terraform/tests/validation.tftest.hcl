# Every input that is checked, with a value just outside of what is allowed.

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar = "./tables.json"
}

run "stack_name_1" {
  command = plan
  variables {
    stack_name = "ab"
  }
  expect_failures = [var.stack_name]
}

run "stack_name_2" {
  command = plan
  variables {
    stack_name = "abcdefghijklmnopqrstu"
  }
  expect_failures = [var.stack_name]
}

run "stack_name_3" {
  command = plan
  variables {
    stack_name = "a_stack"
  }
  expect_failures = [var.stack_name]
}

run "stack_name_4" {
  command = plan
  variables {
    stack_name = "aws-stack"
  }
  expect_failures = [var.stack_name]
}

run "region_1" {
  command = plan
  variables {
    region = "Virginia"
  }
  expect_failures = [var.region]
}

run "namespace_1" {
  command = plan
  variables {
    namespace = "a-namespace"
  }
  expect_failures = [var.namespace]
}

run "namespace_2" {
  command = plan
  variables {
    namespace = "Readings"
  }
  expect_failures = [var.namespace]
}

run "namespace_3" {
  command = plan
  variables {
    namespace = "aws_readings"
  }
  expect_failures = [var.namespace]
}

run "pipelines_1" {
  command = plan
  variables {
    pipelines = []
  }
  expect_failures = [var.pipelines]
}

run "pipelines_2" {
  command = plan
  variables {
    pipelines = ["sensors"]
  }
  expect_failures = [var.pipelines]
}

run "ses_event_types_1" {
  command = plan
  variables {
    ses_event_types = ["Opened"]
  }
  expect_failures = [var.ses_event_types]
}

run "access_mode_1" {
  command = plan
  variables {
    access_mode = "open"
  }
  expect_failures = [var.access_mode]
}

run "lake_formation_role_1" {
  command = plan
  variables {
    lake_formation_role = "arn:aws:iam::123456789012:role/a"
  }
  expect_failures = [var.lake_formation_role]
}

run "readers_1" {
  command = plan
  variables {
    readers = ["analyst"]
  }
  expect_failures = [var.readers]
}

run "records_per_second_1" {
  command = plan
  variables {
    records_per_second = 0
  }
  expect_failures = [var.records_per_second]
}

run "records_per_second_2" {
  command = plan
  variables {
    records_per_second = 500001
  }
  expect_failures = [var.records_per_second]
}

run "shards_1" {
  command = plan
  variables {
    shards = -1
  }
  expect_failures = [var.shards]
}

run "shards_2" {
  command = plan
  variables {
    shards = 101
  }
  expect_failures = [var.shards]
}

run "shards_3" {
  command = plan
  variables {
    shards = 1.5
  }
  expect_failures = [var.shards]
}

run "seed_1" {
  command = plan
  variables {
    seed = 0.5
  }
  expect_failures = [var.seed]
}

run "buffering_1" {
  command = plan
  variables {
    buffering = { size_mib = 0 }
  }
  expect_failures = [var.buffering]
}

run "buffering_2" {
  command = plan
  variables {
    buffering = { size_mib = 129 }
  }
  expect_failures = [var.buffering]
}

run "buffering_3" {
  command = plan
  variables {
    buffering = { seconds = -1 }
  }
  expect_failures = [var.buffering]
}

run "buffering_4" {
  command = plan
  variables {
    buffering = { seconds = 901 }
  }
  expect_failures = [var.buffering]
}

run "maintenance_1" {
  command = plan
  variables {
    maintenance = { target_file_size_mb = 63 }
  }
  expect_failures = [var.maintenance]
}

run "maintenance_2" {
  command = plan
  variables {
    maintenance = { snapshots = 0 }
  }
  expect_failures = [var.maintenance]
}

run "log_retention_days_1" {
  command = plan
  variables {
    log_retention_days = 2
  }
  expect_failures = [var.log_retention_days]
}

run "alarm_email_1" {
  command = plan
  variables {
    alarm_email = "nobody"
  }
  expect_failures = [var.alarm_email]
}
