SELECT (extract(epoch FROM min(range_start)) * 1000)::bigint
FROM timescaledb_information.chunks
WHERE hypertable_name = 'crypto_prices'
