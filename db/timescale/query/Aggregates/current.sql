SELECT v.crypto_id, v.interval_type, v.version
FROM bar_versions v
WHERE v.aggregated = v.version AND NOT EXISTS (
    SELECT FROM bar_changes c
    WHERE c.crypto_id IS NULL OR (c.crypto_id = v.crypto_id AND c.interval_type = v.interval_type)
)
