SELECT
    s.crypto_id, s.interval_type, s.version, s.price, s.change_24h_pct, s.change_7d_pct,
    s.high_24h, s.low_24h, s.volume_24h, s.high_7d, s.low_7d, s.volume_7d,
    s.high_30d, s.low_30d, s.volume_30d, s.turnover_30d,
    v.all_time_high, (extract(epoch FROM v.all_time_high_at) * 1000)::bigint AS all_time_high_ms,
    v.all_time_low, (extract(epoch FROM v.all_time_low_at) * 1000)::bigint AS all_time_low_ms,
    s.sparkline
FROM bar_summaries s
JOIN bar_versions v ON v.crypto_id = s.crypto_id AND v.interval_type = s.interval_type AND v.version = s.version
