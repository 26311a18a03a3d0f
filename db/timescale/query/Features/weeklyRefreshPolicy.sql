-- One that is there, an administrator's own perhaps, stays. Versions of the extension name the view or what is behind it.
-- Other schemas may have views of the same name.
SELECT add_continuous_aggregate_policy(
    'crypto_prices_weekly', start_offset => NULL, end_offset => NULL, schedule_interval => interval '1 hour'
)
WHERE NOT EXISTS (
    SELECT FROM timescaledb_information.jobs j
    JOIN timescaledb_information.continuous_aggregates a
        ON (j.hypertable_schema, j.hypertable_name) IN (
            (a.view_schema, a.view_name), (a.materialization_hypertable_schema, a.materialization_hypertable_name)
        )
    JOIN pg_namespace n ON n.nspname = a.view_schema
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = a.view_name
    WHERE c.oid = to_regclass('crypto_prices_weekly') AND j.proc_name = 'policy_refresh_continuous_aggregate'
)
