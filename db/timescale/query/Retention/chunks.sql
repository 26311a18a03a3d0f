SELECT
    count(*) AS dropped,
    (SELECT count(*) FROM timescaledb_information.chunks
        WHERE hypertable_schema = current_schema() AND hypertable_name = 'crypto_prices') AS of_all,
    min((extract(epoch FROM c.range_start) * 1000)::bigint) AS start_ms,
    max((extract(epoch FROM c.range_end) * 1000)::bigint) AS end_ms,
    sum(s.total_bytes)::bigint AS bytes
FROM show_chunks('crypto_prices', older_than => make_interval(days => ?)) o
JOIN chunks_detailed_size('crypto_prices') s ON format('%I.%I', s.chunk_schema, s.chunk_name)::regclass = o
JOIN timescaledb_information.chunks c ON c.chunk_schema = s.chunk_schema AND c.chunk_name = s.chunk_name
