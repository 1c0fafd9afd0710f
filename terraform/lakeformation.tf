# Lake Formation needs a grant for what IAM allows already, and both must agree: the wide grants here end at the role's IAM policy,
# which lets Firehose get databases and tables and update tables. Glue's GetDatabase asks for DESCRIBE of the database.
locals {
  grants  = var.access_mode == "lake_formation"
  writers = local.grants ? setintersection(var.pipelines, ["sensor", "ses"]) : []
  readers = local.grants && length(local.table_names) > 0 ? var.readers : []

  principals = merge(
    { for pipeline in local.writers : "stream-${pipeline}" => aws_iam_role.this["stream-${pipeline}"].arn },
    { for arn in local.readers : arn => arn },
  )

  # Principal and table: whose columns whom may read.
  column_pairs = concat(
    [for table in local.table_names : ["stream-${table == "sensors" ? "sensor" : "ses"}", table] if local.grants],
    [for pair in setproduct(local.readers, local.table_names) : pair],
  )
  column_grants = { for pair in local.column_pairs : "${pair[0]}/${pair[1]}" => { principal = pair[0], table = pair[1] } }
}

resource "aws_lakeformation_permissions" "database" {
  for_each = local.principals

  principal   = each.value
  permissions = ["DESCRIBE"]

  database {
    catalog_id = local.catalog
    name       = aws_s3tables_namespace.this[0].namespace
  }
}

resource "aws_lakeformation_permissions" "tables" {
  for_each = local.principals

  principal = each.value
  # ALL is listed by Lake Formation with all that it holds: leaving one out would be a change in every plan.
  permissions = startswith(each.key, "stream-") ? ["ALL", "ALTER", "DELETE", "DESCRIBE", "DROP", "INSERT"] : ["DESCRIBE"]

  table {
    catalog_id    = local.catalog
    database_name = aws_s3tables_namespace.this[0].namespace
    wildcard      = true
  }

  depends_on = [aws_s3tables_table.this]
}

resource "aws_lakeformation_permissions" "columns" {
  for_each = local.column_grants

  principal   = local.principals[each.value.principal]
  permissions = ["SELECT"]

  table_with_columns {
    catalog_id    = local.catalog
    database_name = aws_s3tables_namespace.this[0].namespace
    name          = aws_s3tables_table.this[each.value.table].name
    wildcard      = true
  }
}
