# Sensor readings alone, 200 a second, with what needs no preparation but the S3 Tables integration.
pipelines   = ["sensor"]
access_mode = "iam"
encryption  = false
