SELECT
    h.hypertable_name IS NOT NULL AS hypertable,
    coalesce(h.compression_enabled, false) AS compressed,
    (
        SELECT count(*) = 2 FROM timescaledb_information.continuous_aggregates a
        JOIN pg_namespace n ON n.nspname = a.view_schema
        JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = a.view_name
        WHERE c.oid IN (to_regclass('crypto_prices_daily'), to_regclass('crypto_prices_weekly'))
    ) AS summed
FROM (SELECT n.nspname, t.relname FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE t.oid = to_regclass('crypto_prices')) t
LEFT JOIN timescaledb_information.hypertables h
    ON h.hypertable_schema = t.nspname AND h.hypertable_name = t.relname
