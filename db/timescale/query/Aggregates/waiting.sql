SELECT
    count(*) AS series,
    count(*) FILTER (
        WHERE v.aggregated IS DISTINCT FROM v.version OR EXISTS (
            SELECT FROM bar_changes c
            WHERE c.crypto_id IS NULL OR (c.crypto_id = v.crypto_id AND c.interval_type = v.interval_type)
        )
    ) AS waiting
FROM bar_versions v
WHERE v.interval_type <> '1M'
