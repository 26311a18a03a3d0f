SELECT
    to_regclass('bar_versions') IS NOT NULL
    AND EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = to_regclass('bar_versions') AND attname = 'aggregated' AND NOT attisdropped
    )
    AND (
        SELECT count(*) = 2 FROM timescaledb_information.continuous_aggregates
        WHERE view_name IN ('crypto_prices_daily', 'crypto_prices_weekly')
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
