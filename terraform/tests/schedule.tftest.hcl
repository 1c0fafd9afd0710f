mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar = "./tables.json"
}

run "no_shards_no_schedule" {
  command = plan

  variables {
    shards = 0
  }

  assert {
    condition     = length(aws_scheduler_schedule.generator) == 0
    error_message = "There are ${length(aws_scheduler_schedule.generator)} schedules."
  }

  assert {
    condition     = aws_lambda_function.this["generator-sensor"].environment[0].variables["HYDRANT_SHARDS"] == "1"
    error_message = "A generator started by hand makes all the records."
  }
}

run "one_shard_is_one_schedule_a_pipeline" {
  command = plan

  variables {
    shards = 1
  }

  assert {
    condition     = toset(keys(aws_scheduler_schedule.generator)) == toset(["sensor-0", "ses-0", "dynamodb-0"])
    error_message = "The schedules are ${jsonencode(keys(aws_scheduler_schedule.generator))}."
  }
}

run "ten_shards_start_every_minute_each_with_its_own_number" {
  command = plan

  variables {
    shards    = 10
    pipelines = ["sensor"]
  }

  # Scheduler's own grammar: rate(1 minute), rate(2 minutes).
  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.generator : schedule.schedule_expression == "rate(1 minute)"])
    error_message = "A schedule is not rate(1 minute)."
  }

  assert {
    condition = alltrue([for shard in range(10) : jsondecode(aws_scheduler_schedule.generator["sensor-${shard}"].target[0].input) == {
      time = "<aws.scheduler.scheduled-time>", shard = shard, shards = 10
    }])
    error_message = "The inputs are ${jsonencode([for schedule in aws_scheduler_schedule.generator : schedule.target[0].input])}."
  }

  # Scheduler replaces the word only where it stands as it is, not with its brackets escaped.
  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.generator : strcontains(schedule.target[0].input, "<aws.scheduler.scheduled-time>")])
    error_message = "The scheduled time is not asked for."
  }

  assert {
    condition     = aws_lambda_function.this["generator-sensor"].environment[0].variables["HYDRANT_SHARDS"] == "10"
    error_message = "The generator does not know the number of shards."
  }

  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.generator : schedule.state == "ENABLED" && schedule.flexible_time_window[0].mode == "OFF"])
    error_message = "A schedule does not start on the minute."
  }
}

run "disabled_schedules_stay" {
  command = plan

  variables {
    schedule_enabled = false
  }

  assert {
    condition     = length(aws_scheduler_schedule.generator) == 3 && alltrue([for schedule in aws_scheduler_schedule.generator : schedule.state == "DISABLED"])
    error_message = "A schedule is missing or runs."
  }
}
