SELECT
    crypto_id, interval_type, version,
    (extract(epoch FROM first) * 1000)::bigint AS first_ms,
    (extract(epoch FROM last) * 1000)::bigint AS last_ms
FROM bar_versions
WHERE aggregated IS DISTINCT FROM version AND interval_type <> '1M'
