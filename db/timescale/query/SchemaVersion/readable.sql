SELECT coalesce(has_table_privilege(to_regclass('alphaforge_schema_history'), 'SELECT'), false)
