SELECT coalesce(has_table_privilege(to_regclass('query_performance_log'), 'SELECT'), false)
