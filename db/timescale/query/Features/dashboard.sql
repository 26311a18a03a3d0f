CREATE MATERIALIZED VIEW IF NOT EXISTS crypto_dashboard_summary AS
WITH finest AS (
    SELECT DISTINCT ON (v.crypto_id)
        v.crypto_id, v.interval_type, v.version, v.first, v.last,
        v.all_time_high, v.all_time_high_at, v.all_time_low, v.all_time_low_at,
        alphaforge_next(v.last, v.interval_type) AS close_at
    FROM bar_versions v
    WHERE v.bars > 0
    ORDER BY v.crypto_id, alphaforge_next('epoch', v.interval_type)
)
SELECT
    f.crypto_id,
    f.interval_type,
    f.version,
    newest.close_price AS price,
    100 * (newest.close_price / day_ago.close_price - 1) AS change_24h_pct,
    100 * (newest.close_price / week_ago.close_price - 1) AS change_7d_pct,
    month.high_24h, month.low_24h, month.volume_24h,
    month.high_7d, month.low_7d, month.volume_7d,
    month.high_30d, month.low_30d, month.volume_30d,
    month.turnover_30d,
    f.all_time_high,
    f.all_time_high_at,
    f.all_time_low,
    f.all_time_low_at,
    line.closes AS sparkline
FROM finest f
CROSS JOIN LATERAL (
    SELECT p.close_price FROM crypto_prices p
    WHERE p.crypto_id = f.crypto_id AND p.interval_type = f.interval_type AND p.datetime = f.last
) newest
LEFT JOIN LATERAL (
    SELECT p.close_price FROM crypto_prices p
    WHERE p.crypto_id = f.crypto_id AND p.interval_type = f.interval_type
        AND p.datetime >= f.close_at - interval '24 hours' - 2 * (f.close_at - f.last) - interval '3 days'
        AND alphaforge_next(p.datetime, p.interval_type) <= f.close_at - interval '24 hours'
        AND alphaforge_next(alphaforge_next(p.datetime, p.interval_type), p.interval_type)
            >= f.close_at - interval '24 hours'
    ORDER BY p.datetime DESC
    LIMIT 1
) day_ago ON true
LEFT JOIN LATERAL (
    SELECT p.close_price FROM crypto_prices p
    WHERE p.crypto_id = f.crypto_id AND p.interval_type = f.interval_type
        AND p.datetime >= f.close_at - interval '168 hours' - 2 * (f.close_at - f.last) - interval '3 days'
        AND p.datetime <= f.close_at - interval '168 hours'
        AND alphaforge_next(p.datetime, p.interval_type) <= f.close_at - interval '168 hours'
        AND alphaforge_next(alphaforge_next(p.datetime, p.interval_type), p.interval_type)
            >= f.close_at - interval '168 hours'
    ORDER BY p.datetime DESC
    LIMIT 1
) week_ago ON true
CROSS JOIN LATERAL (
    SELECT
        max(p.high_price) FILTER (WHERE p.datetime >= f.close_at - interval '24 hours') AS high_24h,
        min(p.low_price) FILTER (WHERE p.datetime >= f.close_at - interval '24 hours') AS low_24h,
        sum(p.volume) FILTER (WHERE p.datetime >= f.close_at - interval '24 hours') AS volume_24h,
        max(p.high_price) FILTER (WHERE p.datetime >= f.close_at - interval '168 hours') AS high_7d,
        min(p.low_price) FILTER (WHERE p.datetime >= f.close_at - interval '168 hours') AS low_7d,
        sum(p.volume) FILTER (WHERE p.datetime >= f.close_at - interval '168 hours') AS volume_7d,
        max(p.high_price) AS high_30d,
        min(p.low_price) AS low_30d,
        sum(p.volume) AS volume_30d,
        sum(p.volume * p.close_price) AS turnover_30d
    FROM crypto_prices p
    WHERE p.crypto_id = f.crypto_id AND p.interval_type = f.interval_type
        AND p.datetime >= f.close_at - interval '720 hours'
) month
CROSS JOIN LATERAL (
    SELECT array_agg(d.close_price ORDER BY d.day) AS closes
    FROM (
        SELECT DISTINCT ON (date_trunc('day', p.datetime, 'UTC'))
            date_trunc('day', p.datetime, 'UTC') AS day, p.close_price
        FROM crypto_prices p
        WHERE p.crypto_id = f.crypto_id AND p.interval_type = f.interval_type
            AND p.datetime >= date_trunc('day', f.last, 'UTC') - interval '696 hours'
        ORDER BY date_trunc('day', p.datetime, 'UTC'), p.datetime DESC
    ) d
) line
WITH NO DATA
