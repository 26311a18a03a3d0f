CREATE MATERIALIZED VIEW IF NOT EXISTS crypto_dashboard_summary AS
WITH finest AS MATERIALIZED (
    SELECT DISTINCT ON (v.crypto_id)
        v.crypto_id, v.interval_type, v.version, v.last,
        v.all_time_high, v.all_time_high_at, v.all_time_low, v.all_time_low_at,
        alphaforge_next(v.last, v.interval_type) AS close_at,
        alphaforge_next(v.last, v.interval_type) - v.last AS length
    FROM bar_versions v
    WHERE v.bars > 0
    ORDER BY v.crypto_id, alphaforge_next('epoch', v.interval_type)
),
-- Bars of most coins come out of one pass over the newest chunks. A query a coin, which is what the others take, costs the
-- server a look at every chunk each.
newest AS MATERIALIZED (
    SELECT max(close_at) AS close_at FROM finest
),
recent AS MATERIALIZED (
    SELECT
        f.crypto_id, p.datetime, p.high_price, p.low_price, p.close_price, p.volume,
        f.close_at, f.last, p.datetime + f.length AS closed_at, p.datetime + 2 * f.length AS next_closed_at
    FROM crypto_prices p
    JOIN finest f ON f.crypto_id = p.crypto_id AND f.interval_type = p.interval_type
    WHERE p.datetime >= (SELECT close_at FROM newest) - interval '960 hours'
        AND f.interval_type <> '1M'
        AND f.close_at >= (SELECT close_at FROM newest) - interval '192 hours'
    UNION ALL
    SELECT
        f.crypto_id, p.datetime, p.high_price, p.low_price, p.close_price, p.volume,
        f.close_at, f.last, alphaforge_next(p.datetime, f.interval_type),
        alphaforge_next(alphaforge_next(p.datetime, f.interval_type), f.interval_type)
    FROM finest f
    CROSS JOIN LATERAL (
        SELECT b.datetime, b.high_price, b.low_price, b.close_price, b.volume
        FROM crypto_prices b
        WHERE b.crypto_id = f.crypto_id AND b.interval_type = f.interval_type
            AND b.datetime >= f.close_at - interval '2400 hours'
    ) p
    WHERE f.interval_type = '1M' OR f.close_at < (SELECT close_at FROM newest) - interval '192 hours'
),
figures AS (
    SELECT
        r.crypto_id,
        max(r.close_price) FILTER (WHERE r.datetime = r.last) AS price,
        (array_agg(r.close_price ORDER BY r.datetime DESC) FILTER (
            WHERE r.closed_at <= r.close_at - interval '24 hours'
                AND r.next_closed_at >= r.close_at - interval '24 hours'
        ))[1] AS day_ago,
        (array_agg(r.close_price ORDER BY r.datetime DESC) FILTER (
            WHERE r.closed_at <= r.close_at - interval '168 hours'
                AND r.next_closed_at >= r.close_at - interval '168 hours'
        ))[1] AS week_ago,
        max(r.high_price) FILTER (WHERE r.datetime >= r.close_at - interval '24 hours') AS high_24h,
        min(r.low_price) FILTER (WHERE r.datetime >= r.close_at - interval '24 hours') AS low_24h,
        sum(r.volume) FILTER (WHERE r.datetime >= r.close_at - interval '24 hours') AS volume_24h,
        max(r.high_price) FILTER (WHERE r.datetime >= r.close_at - interval '168 hours') AS high_7d,
        min(r.low_price) FILTER (WHERE r.datetime >= r.close_at - interval '168 hours') AS low_7d,
        sum(r.volume) FILTER (WHERE r.datetime >= r.close_at - interval '168 hours') AS volume_7d,
        max(r.high_price) FILTER (WHERE r.datetime >= r.close_at - interval '720 hours') AS high_30d,
        min(r.low_price) FILTER (WHERE r.datetime >= r.close_at - interval '720 hours') AS low_30d,
        sum(r.volume) FILTER (WHERE r.datetime >= r.close_at - interval '720 hours') AS volume_30d,
        sum(r.volume * r.close_price)
            FILTER (WHERE r.datetime >= r.close_at - interval '720 hours') AS turnover_30d
    FROM recent r
    GROUP BY r.crypto_id
),
days AS (
    SELECT DISTINCT ON (r.crypto_id, date_trunc('day', r.datetime, 'UTC'))
        r.crypto_id, r.datetime, r.close_price
    FROM recent r
    WHERE r.datetime >= date_trunc('day', r.last, 'UTC') - interval '696 hours'
    ORDER BY r.crypto_id, date_trunc('day', r.datetime, 'UTC'), r.datetime DESC
),
lines AS (
    SELECT d.crypto_id, array_agg(d.close_price ORDER BY d.datetime) AS closes FROM days d GROUP BY d.crypto_id
)
SELECT
    f.crypto_id,
    f.interval_type,
    f.version,
    g.price,
    100 * (g.price / g.day_ago - 1) AS change_24h_pct,
    100 * (g.price / g.week_ago - 1) AS change_7d_pct,
    g.high_24h, g.low_24h, g.volume_24h,
    g.high_7d, g.low_7d, g.volume_7d,
    g.high_30d, g.low_30d, g.volume_30d,
    g.turnover_30d,
    f.all_time_high,
    f.all_time_high_at,
    f.all_time_low,
    f.all_time_low_at,
    l.closes AS sparkline
FROM finest f
JOIN figures g USING (crypto_id)
JOIN lines l USING (crypto_id)
WITH NO DATA
