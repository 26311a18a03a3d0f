SELECT
    coalesce(v.view_name, h.hypertable_name) AS name,
    v.view_name IS NOT NULL AS is_view,
    s.total_bytes AS bytes,
    s.index_bytes AS index_bytes,
    approximate_row_count(h.id) AS row_count,
    h.num_chunks AS chunks,
    k.number_compressed_chunks AS compressed_chunks,
    k.before_compression_total_bytes AS before_bytes,
    k.after_compression_total_bytes AS after_bytes
FROM (
    SELECT *, format('%I.%I', hypertable_schema, hypertable_name)::regclass AS id
    FROM timescaledb_information.hypertables
) h
LEFT JOIN timescaledb_information.continuous_aggregates v
    ON v.materialization_hypertable_schema = h.hypertable_schema
    AND v.materialization_hypertable_name = h.hypertable_name
CROSS JOIN LATERAL hypertable_detailed_size(h.id) s
LEFT JOIN LATERAL hypertable_compression_stats(h.id) k ON true
WHERE coalesce(v.view_schema, h.hypertable_schema) = current_schema()
