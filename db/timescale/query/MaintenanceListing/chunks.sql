SELECT
    h.view_name AS parent,
    c.chunk_name AS name,
    (extract(epoch FROM c.range_start) * 1000)::bigint AS start_ms,
    (extract(epoch FROM c.range_end) * 1000)::bigint AS end_ms,
    c.is_compressed,
    s.total_bytes AS bytes,
    s.index_bytes AS index_bytes,
    k.before_compression_total_bytes AS before_bytes,
    k.after_compression_total_bytes AS after_bytes
FROM (
    SELECT hypertable_schema AS schema, hypertable_name AS view_name, false AS is_view,
        format('%I.%I', hypertable_schema, hypertable_name)::regclass AS id
    FROM timescaledb_information.hypertables
    UNION ALL
    SELECT view_schema, view_name, true,
        format('%I.%I', materialization_hypertable_schema, materialization_hypertable_name)::regclass
    FROM timescaledb_information.continuous_aggregates
) h
CROSS JOIN LATERAL chunks_detailed_size(h.id) s
JOIN timescaledb_information.chunks c ON c.chunk_schema = s.chunk_schema AND c.chunk_name = s.chunk_name
LEFT JOIN LATERAL (
    SELECT * FROM chunk_compression_stats(h.id) t WHERE t.chunk_schema = c.chunk_schema AND t.chunk_name = c.chunk_name
) k ON true
WHERE h.schema = current_schema()
ORDER BY parent, c.range_start DESC
