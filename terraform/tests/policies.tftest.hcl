# tests/policies.json lists what each role and the key's policy allow, statement by statement: no more, no less.

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  lambda_jar        = "./tables.json"
  alarm_email       = "alarms@example.com"
  stream_encryption = true
}

run "policies_are_those_listed" {
  command = plan

  assert {
    condition = {
      for key, policy in aws_iam_role_policy.this : key => {
        for statement in jsondecode(policy.policy).Statement :
        statement.Sid => { for name, value in statement : name => value if !contains(["Sid", "Effect"], name) }
      }
    } == { for key, policy in jsondecode(file("./tests/policies.json")) : key => policy if key != "key" }
    error_message = "A role's policy is not the one in tests/policies.json: ${jsonencode([for key, policy in aws_iam_role_policy.this : key
      if try({ for statement in jsondecode(policy.policy).Statement :
        statement.Sid => { for name, value in statement : name => value if !contains(["Sid", "Effect"], name) }
    } != jsondecode(file("./tests/policies.json"))[key], true)])}."
  }

  assert {
    condition = {
      for statement in jsondecode(aws_kms_key.this[0].policy).Statement :
      statement.Sid => { for name, value in statement : name => value if !contains(["Sid", "Effect"], name) }
    } == jsondecode(file("./tests/policies.json")).key
    error_message = "The key's policy is not the one in tests/policies.json."
  }

  assert {
    condition     = alltrue(flatten([for policy in aws_iam_role_policy.this : [for statement in jsondecode(policy.policy).Statement : statement.Effect == "Allow"]]))
    error_message = "A statement of a role is no allowance."
  }
}

run "no_role_may_do_everything_anywhere" {
  command = plan

  assert {
    condition = !anytrue(flatten([for policy in aws_iam_role_policy.this : [
      for statement in jsondecode(policy.policy).Statement : [for action in statement.Action : strcontains(action, "*")]
    ]]))
    error_message = "An action has a wildcard."
  }

  assert {
    condition = alltrue(flatten([for policy in aws_iam_role_policy.this : [
      for statement in jsondecode(policy.policy).Statement : statement.Action == ["lakeformation:GetDataAccess"] if contains(statement.Resource, "*")
    ]]))
    error_message = "A statement is for every resource."
  }
}

run "roles_are_taken_by_their_service_alone" {
  command = plan

  assert {
    condition = alltrue([for key, role in aws_iam_role.this :
      [for statement in jsondecode(role.assume_role_policy).Statement : statement.Principal] ==
      [{ Service = startswith(key, "stream-") ? "firehose.amazonaws.com" : key == "scheduler" ? "scheduler.amazonaws.com" : "lambda.amazonaws.com" }]
    ])
    error_message = "A role may be taken by another service."
  }

  assert {
    condition = alltrue([for key, role in aws_iam_role.this :
      jsondecode(role.assume_role_policy).Statement[0].Condition == { StringEquals = { "aws:SourceAccount" = "123456789012" } }
      if startswith(key, "stream-") || key == "scheduler"
    ])
    error_message = "A role may be taken for another account."
  }
}

run "iam_mode_reaches_the_tables_itself" {
  command = plan

  variables {
    access_mode = "iam"
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.this["stream-sensor"].policy).Statement : [statement.Action, statement.Resource] if statement.Sid == "Tables"] == [[
      [
        "s3tables:GetNamespace", "s3tables:GetTable", "s3tables:GetTableBucket", "s3tables:GetTableData",
        "s3tables:GetTableMetadataLocation", "s3tables:PutTableData", "s3tables:UpdateTableMetadataLocation",
      ],
      [
        "arn:aws:s3tables:us-east-1:123456789012:bucket/hydrant-123456789012-us-east-1",
        "arn:aws:s3tables:us-east-1:123456789012:bucket/hydrant-123456789012-us-east-1/*",
      ],
    ]]
    error_message = "Firehose's role does not reach the tables, or reaches more."
  }

  assert {
    condition     = !strcontains(aws_kms_key.this[0].policy, "LakeFormation") && !strcontains(aws_iam_role_policy.this["stream-ses"].policy, "lakeformation")
    error_message = "Something is left for Lake Formation."
  }
}

run "buckets_take_nothing_in_the_clear" {
  command = plan

  assert {
    condition = alltrue([for key, policy in aws_s3_bucket_policy.this : jsondecode(policy.policy).Statement == [{
      Sid       = "OnlyOverTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::hydrant-${key}-123456789012-us-east-1", "arn:aws:s3:::hydrant-${key}-123456789012-us-east-1/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]])
    error_message = "A bucket's policy does not refuse plain HTTP."
  }
}
