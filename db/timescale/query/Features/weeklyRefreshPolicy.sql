-- One that is there, an administrator's own perhaps, stays. Versions of the extension name the view or what is behind it.
SELECT add_continuous_aggregate_policy(
    'crypto_prices_weekly', start_offset => NULL, end_offset => NULL, schedule_interval => interval '1 hour'
)
WHERE NOT EXISTS (
    SELECT FROM timescaledb_information.jobs j
    JOIN timescaledb_information.continuous_aggregates a
        ON j.hypertable_name IN (a.view_name, a.materialization_hypertable_name)
    WHERE a.view_name = 'crypto_prices_weekly' AND j.proc_name = 'policy_refresh_continuous_aggregate'
)
