-- A hypertable without any chunk begins after everything: whatever was in it has been dropped.
SELECT CASE
    WHEN count(h.hypertable_name) > 0
    THEN coalesce((extract(epoch FROM min(c.range_start)) * 1000)::bigint, 9223372036854775807)
END
FROM timescaledb_information.hypertables h
LEFT JOIN timescaledb_information.chunks c USING (hypertable_schema, hypertable_name)
WHERE hypertable_name = 'crypto_prices'
