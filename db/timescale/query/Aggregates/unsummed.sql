WITH wanted AS (
    SELECT * FROM unnest(?::integer[], ?::text[]) AS w (crypto_id, interval_type)
),
days AS (
    SELECT crypto_id, interval_type::text AS interval_type, sum(bars) AS bars
    FROM crypto_prices_daily d
    GROUP BY crypto_id, d.interval_type
),
weeks AS (
    SELECT crypto_id, interval_type::text AS interval_type, sum(bars) AS bars
    FROM crypto_prices_weekly w
    GROUP BY crypto_id, w.interval_type
)
SELECT w.crypto_id, w.interval_type
FROM wanted w
JOIN bar_versions v USING (crypto_id, interval_type)
LEFT JOIN days d USING (crypto_id, interval_type)
LEFT JOIN weeks k USING (crypto_id, interval_type)
WHERE v.bars IS DISTINCT FROM d.bars OR v.bars IS DISTINCT FROM k.bars
