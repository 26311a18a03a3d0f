-- A chunk that was compressed and not analyzed since counts as empty, but how many rows it had then is on record.
SELECT
    h.view_name AS name,
    h.is_view,
    s.total_bytes AS bytes,
    s.index_bytes AS index_bytes,
    greatest(approximate_row_count(h.id), (
        SELECT sum(z.numrows_pre_compression)
        FROM _timescaledb_catalog.hypertable t
        JOIN _timescaledb_catalog.chunk c ON c.hypertable_id = t.id
        JOIN _timescaledb_catalog.compression_chunk_size z ON z.chunk_id = c.id
        WHERE format('%I.%I', t.schema_name, t.table_name)::regclass = h.id
    )) AS row_count,
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
