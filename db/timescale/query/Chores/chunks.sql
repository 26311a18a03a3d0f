-- Rows that were changed since a chunk was compressed lie beside it unpacked, which the catalog calls partial (8).
SELECT
    format('SELECT compress_chunk(%L)', format('%I.%I', c.chunk_schema, c.chunk_name)) AS statement,
    s.total_bytes AS bytes,
    (extract(epoch FROM c.range_start) * 1000)::bigint AS start_ms,
    (extract(epoch FROM c.range_end) * 1000)::bigint AS end_ms
FROM timescaledb_information.chunks c
JOIN chunks_detailed_size((?::bigint)::oid::regclass) s
    ON s.chunk_schema = c.chunk_schema AND s.chunk_name = c.chunk_name
JOIN _timescaledb_catalog.chunk k ON k.schema_name = c.chunk_schema AND k.table_name = c.chunk_name
WHERE (NOT c.is_compressed OR k.status & 8 > 0) AND c.range_end <= now() - interval '30 days'
ORDER BY c.range_start
