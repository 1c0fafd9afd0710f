terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # 6.2 table metadata, 6.8 append_only, 6.11 force_destroy of table buckets,
      # 6.29 Lake Formation grants on a federated catalog.
      version = ">= 6.29.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = merge({ Stack = var.stack_name }, var.tags)
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}
