SELECT
    to_regclass('bar_versions') IS NOT NULL
    AND EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = to_regclass('bar_versions') AND attname = 'aggregated' AND NOT attisdropped
    )
    AND (
        SELECT count(*) = 2 FROM timescaledb_information.continuous_aggregates a
        JOIN pg_namespace n ON n.nspname = a.view_schema
        JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = a.view_name
        WHERE c.oid IN (to_regclass('crypto_prices_daily'), to_regclass('crypto_prices_weekly'))
    )
    AND (
        SELECT count(*) = 8 FROM pg_attribute
        WHERE attrelid IN (to_regclass('crypto_prices_daily'), to_regclass('crypto_prices_weekly'))
            AND attname IN ('crypto_id', 'interval_type', 'datetime', 'bars') AND NOT attisdropped
    )
    AND (
        SELECT count(*) = 2 FROM pg_class
        WHERE oid IN (to_regclass('crypto_prices_daily'), to_regclass('crypto_prices_weekly'))
            AND has_table_privilege(oid, 'SELECT')
    )
