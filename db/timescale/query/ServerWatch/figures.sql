SELECT
    (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS asked_ms,
    (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
    current_setting('max_connections')::integer AS most_connections,
    pg_database_size(current_database()) AS bytes,
    (
        SELECT blks_hit::double precision / nullif(blks_hit + blks_read, 0)
        FROM pg_stat_database WHERE datname = current_database()
    ) AS hit_rate
