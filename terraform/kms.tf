locals {
  # For whoever uses the stack's key; empty when there is none.
  key_statements = [
    for key in aws_kms_key.this : {
      Sid      = "Key"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = [key.arn]
    }
  ]
  stream_key_statements = var.stream_encryption ? local.key_statements : []

  root_arn = "arn:${local.partition}:iam::${local.account}:root"

  key_policy = concat(
    [
      {
        Sid       = "AccountAdministers"
        Effect    = "Allow"
        Principal = { AWS = local.root_arn }
        Action = [
          "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey",
          "kms:DisableKeyRotation", "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListResourceTags",
          "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource",
          "kms:UpdateAlias", "kms:UpdateKeyDescription",
        ]
        Resource = "*"
      },
      {
        # IAM policies of the account's roles may then allow these two, and no more.
        Sid       = "AccountDelegatesUse"
        Effect    = "Allow"
        Principal = { AWS = local.root_arn }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
      },
      {
        # Firehose encrypts a stream, and creates it with such a key, by a grant.
        Sid       = "AwsServicesTakeGrants"
        Effect    = "Allow"
        Principal = { AWS = local.root_arn }
        Action    = "kms:CreateGrant"
        Resource  = "*"
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
      {
        # Without it creating a table fails, and compaction cannot read.
        Sid       = "S3TablesMaintains"
        Effect    = "Allow"
        Principal = { Service = "maintenance.s3tables.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringLike = { "kms:EncryptionContext:aws:s3:arn" = "${local.table_bucket_arn}/*" } }
      },
      {
        Sid       = "LogsEncrypt"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = values(local.log_group_arns) } }
      },
    ],
    [
      for role in var.access_mode == "lake_formation" ? [var.lake_formation_role] : [] : {
        # Lake Formation hands out credentials of this role; with them Firehose and Athena reach the tables' files.
        # Any principal with a condition, because a role named outright must be there when the key is made.
        Sid       = "LakeFormationVends"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = {
          StringEquals = { "kms:CallerAccount" = local.account }
          StringLike   = { "kms:EncryptionContext:aws:s3:arn" = "${local.table_bucket_arn}/*" }
          ArnEquals = {
            "aws:PrincipalArn" = [for path in ["", "service-role/"] : "arn:${local.partition}:iam::${local.account}:role/${path}${role}"]
          }
        }
      }
    ],
    [
      for address in compact([var.alarm_email]) : {
        Sid       = "AlarmsNotify"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      }
    ],
  )
}

resource "aws_kms_key" "this" {
  count = var.encryption ? 1 : 0

  description             = "Tables, buckets, logs and streams of ${var.stack_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 7
  policy                  = jsonencode({ Version = "2012-10-17", Statement = local.key_policy })
}

resource "aws_kms_alias" "this" {
  count = var.encryption ? 1 : 0

  name          = "alias/${var.stack_name}"
  target_key_id = aws_kms_key.this[0].key_id
}
