SELECT
    current_user AS login,
    current_database() AS database,
    pg_backend_pid() AS backend,
    extract(epoch FROM clock_timestamp()) * 1000 AS now_ms,
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create
