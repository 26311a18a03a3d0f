CREATE MATERIALIZED VIEW IF NOT EXISTS crypto_dashboard_summary AS
WITH finest AS (
    SELECT DISTINCT ON (crypto_id) *
    FROM bar_versions
    WHERE bars > 0
    ORDER BY crypto_id, alphaforge_next('epoch', interval_type)
)
SELECT
    f.crypto_id,
    f.interval_type,
    f.version,
    s.price,
    s.change_24h_pct, s.change_7d_pct,
    s.high_24h, s.low_24h, s.volume_24h,
    s.high_7d, s.low_7d, s.volume_7d,
    s.high_30d, s.low_30d, s.volume_30d,
    s.turnover_30d,
    f.all_time_high,
    f.all_time_high_at,
    f.all_time_low,
    f.all_time_low_at,
    s.sparkline
FROM finest f
JOIN bar_summaries s
    ON s.crypto_id = f.crypto_id AND s.interval_type = f.interval_type AND s.version = f.version
WITH NO DATA
