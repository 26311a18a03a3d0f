-- A hypertable without any chunk begins after everything: whatever was in it has been dropped. A plain table gives no row.
SELECT
    coalesce((extract(epoch FROM min(c.range_start)) * 1000)::bigint, 9223372036854775807) AS oldest_ms,
    coalesce((extract(epoch FROM max(c.range_end)) * 1000)::bigint, 9223372036854775807) AS end_ms
FROM timescaledb_information.hypertables h
LEFT JOIN timescaledb_information.chunks c USING (hypertable_schema, hypertable_name)
WHERE hypertable_name = 'crypto_prices' AND hypertable_schema = (
    SELECT n.nspname FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE t.oid = to_regclass('crypto_prices')
)
HAVING count(h.hypertable_name) > 0
