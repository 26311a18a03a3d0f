SELECT
    h.view_name AS name,
    h.is_view,
    s.total_bytes AS bytes,
    s.index_bytes AS index_bytes,
    approximate_row_count(h.id) AS row_count,
    (SELECT count(*) FROM chunks_detailed_size(h.id)) AS chunks,
    k.number_compressed_chunks AS compressed_chunks,
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
CROSS JOIN LATERAL hypertable_detailed_size(h.id) s
LEFT JOIN LATERAL hypertable_compression_stats(h.id) k ON true
WHERE h.schema = current_schema()
