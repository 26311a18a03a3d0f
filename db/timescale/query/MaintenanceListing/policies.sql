SELECT
    (config ->> 'drop_after') AS drop_after,
    (config ->> 'drop_created_before') AS drop_created_before,
    (extract(epoch FROM next_start) * 1000)::bigint AS next_ms
FROM timescaledb_information.jobs
WHERE proc_name = 'policy_retention' AND hypertable_schema = current_schema() AND hypertable_name = 'crypto_prices'
