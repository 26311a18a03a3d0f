-- Early versions of the extension have no such column.
SELECT coalesce(bool_or(to_jsonb(d) ->> 'compress_interval_length' IS NOT NULL), false)
FROM _timescaledb_catalog.dimension d
JOIN _timescaledb_catalog.hypertable h ON h.id = d.hypertable_id
WHERE format('%I.%I', h.schema_name, h.table_name)::regclass = to_regclass('crypto_prices')
    AND has_table_privilege(to_regclass('crypto_prices'), 'SELECT')
