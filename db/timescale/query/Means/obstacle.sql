-- A hypertable keeps rows unique within a chunk only, so whatever keeps them unique must contain the time.
SELECT ic.relname AS name
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = 'datetime'
WHERE i.indrelid = to_regclass('crypto_prices') AND (i.indisunique OR i.indisexclusion)
    AND a.attnum <> ALL ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
ORDER BY ic.relname
LIMIT 1
