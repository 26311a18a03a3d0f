WITH stored AS (
    SELECT crypto_id, interval_type, count(*) AS bars, min(datetime) AS first, max(datetime) AS last
    FROM crypto_prices
    WHERE interval_type::text <> '1M'
    GROUP BY crypto_id, interval_type
),
summed AS (
    SELECT crypto_id, interval_type, sum(bars) AS bars, min(datetime) AS first, max(datetime) AS last
    FROM crypto_prices_daily
    GROUP BY crypto_id, interval_type
)
SELECT
    count(*) AS series,
    (extract(epoch FROM min(least(s.first, m.first))) * 1000)::bigint AS first_ms,
    (extract(epoch FROM max(greatest(s.last, m.last))) * 1000)::bigint AS last_ms
FROM stored s
FULL JOIN summed m USING (crypto_id, interval_type)
WHERE s.bars IS DISTINCT FROM m.bars
