variable "stack_name" {
  description = "Name of the deployment and prefix of all its names: 3 to 20 of a-z, 0-9 and hyphens. Unique in the account and region."
  type        = string
  default     = "hydrant"

  validation {
    # 20, because a bucket name adds a suffix, the account and the region, and ends at 63.
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.stack_name)) && !can(regex("^(aws|xn--|sthree-|amzn-s3-demo-)", var.stack_name))
    error_message = "stack_name is ${jsonencode(var.stack_name)}: 3 to 20 of a-z, 0-9 and hyphens, starting with a letter but not with aws, xn--, sthree- or amzn-s3-demo-, not ending in a hyphen."
  }
}

variable "region" {
  description = "AWS region of the deployment."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region is ${jsonencode(var.region)}: a region's code such as us-east-1."
  }
}

variable "tags" {
  description = "Tags on everything, besides Stack: up to 49."
  type        = map(string)
  default     = {}

  validation {
    condition = length(var.tags) <= 49 && alltrue([for key, value in var.tags :
      can(regex("^[\\p{L}\\p{N} _.:/=+@-]{1,128}$", key)) && !can(regex("^(?i:aws:)", key)) && key != "Stack" &&
      can(regex("^[\\p{L}\\p{N} _.:/=+@-]{0,256}$", value))
    ])
    error_message = "tags is ${jsonencode(var.tags)}: up to 49, keys of 1 to 128 and values of up to 256 letters, digits, spaces and _ . : / = + @ -, no key Stack or beginning with aws:."
  }
}

variable "namespace" {
  description = "Namespace of the tables (Glue and Firehose call it database): 1 to 255 of a-z, 0-9 and underscores."
  type        = string
  default     = "hydrant"

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9_]{0,254}$", var.namespace)) && !startswith(var.namespace, "aws")
    error_message = "namespace is ${jsonencode(var.namespace)}: 1 to 255 of a-z, 0-9 and underscores (no hyphen), not starting with an underscore or aws."
  }
}

variable "pipelines" {
  description = "What to deploy: sensor (readings into an Iceberg table), ses (e-mail events, routed to a table each), dynamodb (changes as CSV in S3)."
  type        = set(string)
  default     = ["sensor", "ses", "dynamodb"]

  validation {
    condition     = length(var.pipelines) > 0 && length(setsubtract(var.pipelines, ["sensor", "ses", "dynamodb"])) == 0
    error_message = "pipelines is ${jsonencode(var.pipelines)}: one or more of sensor, ses, dynamodb."
  }
}

variable "ses_event_types" {
  description = "SES event types to take besides Send, Open and Click, in SES's spelling. Each gets its table; the others go to the error bucket."
  type        = set(string)
  default     = []

  validation {
    condition = length(setsubtract(var.ses_event_types, [
      "Delivery", "Bounce", "Complaint", "Reject", "Rendering Failure", "DeliveryDelay", "Subscription"
    ])) == 0
    error_message = "ses_event_types is ${jsonencode(var.ses_event_types)}: any of Delivery, Bounce, Complaint, Reject, Rendering Failure, DeliveryDelay, Subscription."
  }
}

variable "access_mode" {
  description = "How Firehose reaches the tables: lake_formation (IAM and grants) or iam (IAM alone). It must be what the region's s3tablescatalog uses."
  type        = string
  default     = "lake_formation"

  validation {
    condition     = contains(["lake_formation", "iam"], var.access_mode)
    error_message = "access_mode is ${jsonencode(var.access_mode)}: lake_formation or iam."
  }
}

variable "lake_formation_role" {
  description = "Name of the role registered with Lake Formation for S3 Tables. With encryption it may use the key for the tables' files."
  type        = string
  default     = "S3TablesRoleForLakeFormation" # what the S3 console makes when it sets up the integration

  validation {
    condition     = can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.lake_formation_role))
    error_message = "lake_formation_role is ${jsonencode(var.lake_formation_role)}: a role's name, without path and ARN."
  }
}

variable "readers" {
  description = "ARNs of the roles or users that query the tables. In lake_formation mode they are granted DESCRIBE and SELECT."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.readers : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/.+$", arn))])
    error_message = "readers is ${jsonencode(var.readers)}: ARNs of IAM roles or users."
  }
}

variable "encryption" {
  description = "Encrypt tables, buckets, logs and mail topic with a customer-managed key of this stack (true) or with AWS's own keys (false). Choose before the first apply: a later false deletes the key after 7 days, and what it has encrypted can't be read any more."
  type        = bool
  default     = true
}

variable "stream_encryption" {
  description = "Encrypt the records inside the streams too: with the stack's key, or Firehose's own where encryption is false. Producers then need the key."
  type        = bool
  default     = false
}

variable "records_per_second" {
  description = "Records a second that each pipeline's generator sends, all shards together."
  type        = number
  default     = 200

  validation {
    condition     = var.records_per_second >= 0.000001 && var.records_per_second <= 500000
    error_message = "records_per_second is ${jsonencode(var.records_per_second)}: 0.000001 to 500000, Firehose's largest default quota."
  }

  validation {
    # What the generator takes; zeros in front and behind are no digits of it.
    condition     = length(trim(replace(tostring(var.records_per_second), ".", ""), "0")) <= 9
    error_message = "records_per_second is ${jsonencode(var.records_per_second)}: at most 9 digits."
  }
}

variable "shards" {
  description = "Generator invocations a minute and pipeline that share the records. 0 deploys no schedule."
  type        = number
  default     = 1

  validation {
    condition     = var.shards >= 0 && var.shards <= 100 && floor(var.shards) == var.shards
    error_message = "shards is ${jsonencode(var.shards)}: a whole number from 0 to 100."
  }
}

variable "seed" {
  description = "Seed of the generated records: the same seed and minute give the same records."
  type        = number
  default     = 42

  validation {
    condition     = floor(var.seed) == var.seed && var.seed >= -9223372036854775808 && var.seed <= 9223372036854775807
    error_message = "seed is ${jsonencode(var.seed)}: a whole number of 64 bits, -9223372036854775808 to 9223372036854775807."
  }
}

variable "schedule_enabled" {
  description = "Start the generators every minute. false keeps the schedules and stops them."
  type        = bool
  default     = true
}

variable "buffering" {
  description = "Firehose's buffering hints: a delivery when size_mib (1 to 128) or seconds (0 to 900) is reached."
  type = object({
    size_mib = optional(number, 5)
    seconds  = optional(number, 300)
  })
  default = {}

  validation {
    condition     = var.buffering.size_mib >= 1 && var.buffering.size_mib <= 128 && var.buffering.seconds >= 0 && var.buffering.seconds <= 900
    error_message = "buffering is ${jsonencode(var.buffering)}: size_mib from 1 to 128, seconds from 0 to 900."
  }
}

variable "maintenance" {
  description = "S3 Tables maintenance: file size that compaction aims at (64 to 512 MB), age and least number of snapshots kept, days until unreferenced and noncurrent files go."
  type = object({
    target_file_size_mb = optional(number, 512)
    snapshot_hours      = optional(number, 120)
    snapshots           = optional(number, 1)
    unreferenced_days   = optional(number, 3)
    noncurrent_days     = optional(number, 10)
  })
  default = {}

  validation {
    condition     = var.maintenance.target_file_size_mb >= 64 && var.maintenance.target_file_size_mb <= 512
    error_message = "maintenance.target_file_size_mb is ${var.maintenance.target_file_size_mb}: 64 to 512."
  }

  validation {
    condition     = alltrue([for name, value in var.maintenance : value >= 1 && floor(value) == value])
    error_message = "maintenance is ${jsonencode(var.maintenance)}: whole numbers from 1."
  }
}

variable "log_retention_days" {
  description = "Days that CloudWatch keeps the logs."
  type        = number
  default     = 14

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365."
  }
}

variable "alarm_email" {
  description = "Address that gets the alarms by mail, once its owner has confirmed. Null: alarms are only shown."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_email == null || can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", var.alarm_email))
    error_message = "alarm_email is ${jsonencode(var.alarm_email)}: an e-mail address, or null."
  }
}

variable "force_destroy" {
  description = "Let destroy delete buckets with what is in them. false makes it stop at a bucket that is not empty; tables go with their rows in any case."
  type        = bool
  default     = true
}

variable "lambda_jar" {
  description = "Path of the built Lambda jar. Null: ../generator-lambda/target/generator-lambda.jar."
  type        = string
  default     = null
}
