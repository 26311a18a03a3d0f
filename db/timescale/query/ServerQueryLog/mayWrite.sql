SELECT
    coalesce(has_table_privilege(to_regclass('query_performance_log'), 'INSERT'), false)
    AND NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'
