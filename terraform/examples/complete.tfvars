# Everything, said in full. 111122223333 stands for your account.
stack_name = "hydrant"
region     = "eu-west-1"
tags       = { Team = "streaming" }

namespace       = "hydrant"
pipelines       = ["sensor", "ses", "dynamodb"]
ses_event_types = ["Delivery", "Bounce", "Complaint"]

access_mode         = "lake_formation"
lake_formation_role = "S3TablesRoleForLakeFormation"
readers             = ["arn:aws:iam::111122223333:role/analyst"]

encryption        = true
stream_encryption = true

records_per_second = 2000
shards             = 10
seed               = 42
schedule_enabled   = true

buffering   = { size_mib = 64, seconds = 60 }
maintenance = { target_file_size_mb = 256, snapshot_hours = 48, snapshots = 5 }

log_retention_days = 30
alarm_email        = "alarms@example.com"
force_destroy      = false
