SELECT
    coalesce(v.view_name, h.hypertable_name) AS parent,
    c.chunk_name AS name,
    (extract(epoch FROM c.range_start) * 1000)::bigint AS start_ms,
    (extract(epoch FROM c.range_end) * 1000)::bigint AS end_ms,
    c.is_compressed,
    s.total_bytes AS bytes,
    s.index_bytes AS index_bytes,
    k.before_compression_total_bytes AS before_bytes,
    k.after_compression_total_bytes AS after_bytes
FROM (
    SELECT *, format('%I.%I', hypertable_schema, hypertable_name)::regclass AS id
    FROM timescaledb_information.hypertables
) h
LEFT JOIN timescaledb_information.continuous_aggregates v
    ON v.materialization_hypertable_schema = h.hypertable_schema
    AND v.materialization_hypertable_name = h.hypertable_name
CROSS JOIN LATERAL chunks_detailed_size(h.id) s
JOIN timescaledb_information.chunks c ON c.chunk_schema = s.chunk_schema AND c.chunk_name = s.chunk_name
LEFT JOIN LATERAL (
    SELECT * FROM chunk_compression_stats(h.id) t WHERE t.chunk_schema = c.chunk_schema AND t.chunk_name = c.chunk_name
) k ON true
WHERE coalesce(v.view_schema, h.hypertable_schema) = current_schema()
ORDER BY parent, c.range_start DESC
