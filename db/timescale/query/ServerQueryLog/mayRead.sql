SELECT
    coalesce(has_table_privilege(to_regclass('query_performance_log'), 'SELECT'), false)
    AND (
        SELECT count(*) = 4 FROM pg_attribute
        WHERE attrelid = to_regclass('query_performance_log') AND NOT attisdropped
            AND attname IN ('logged_at', 'caller', 'query', 'duration_ms')
    )
