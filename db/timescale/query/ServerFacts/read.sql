SELECT
    current_setting('server_version') AS version,
    (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb') AS timescale,
    current_setting('timescaledb.license', true) AS license,
    EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb') AS installable,
    pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS read_only,
    to_regclass('crypto_prices') IS NOT NULL AS has_bars,
    (
        SELECT count(*) = 2 FROM pg_attribute
        WHERE attrelid = to_regclass('cryptocurrencies') AND attname IN ('base_asset', 'quote_asset') AND NOT attisdropped
    ) AS has_assets,
    coalesce(has_table_privilege(to_regclass('bar_versions'), 'SELECT'), false)
        AND coalesce(has_table_privilege(to_regclass('bar_changes'), 'SELECT'), false) AS has_versions,
    coalesce(has_table_privilege(to_regclass('bar_summaries'), 'SELECT'), false) AS has_summaries,
    (
        SELECT count(*) = 3 FROM pg_attribute
        WHERE attrelid = to_regclass('crypto_dashboard_summary') AND NOT attisdropped
            AND attname IN ('interval_type', 'version', 'sparkline')
    ) AS has_dashboard,
    coalesce(has_table_privilege(to_regclass('crypto_dashboard_summary'), 'SELECT'), false)
        AND coalesce((SELECT relispopulated FROM pg_class WHERE oid = to_regclass('crypto_dashboard_summary')), false)
        AS reads_dashboard,
    coalesce(has_table_privilege(to_regclass('crypto_prices'), 'INSERT'), false) AS may_write,
    coalesce(has_table_privilege(to_regclass('bar_versions'), 'INSERT'), false) AS may_version
