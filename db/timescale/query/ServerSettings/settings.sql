SELECT
    s.name,
    -- What is switched for the transaction of the listing does not count.
    CASE s.vartype WHEN 'bool' THEN s.reset_val ELSE current_setting(s.name) END AS shown,
    CASE s.unit WHEN '8kB' THEN s.setting::bigint * 8192 WHEN 'kB' THEN s.setting::bigint * 1024 END AS bytes,
    CASE WHEN s.vartype = 'integer' THEN s.setting::bigint END AS number,
    pg_database_size(current_database()) AS database_bytes,
    (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections
FROM pg_settings s
WHERE s.name IN ('shared_buffers', 'effective_cache_size', 'work_mem', 'max_connections', 'jit')
