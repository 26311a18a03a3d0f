SELECT
    d.crypto_id, d.interval_type, d.version, d.price, d.change_24h_pct, d.change_7d_pct,
    d.high_24h, d.low_24h, d.volume_24h, d.high_7d, d.low_7d, d.volume_7d,
    d.high_30d, d.low_30d, d.volume_30d, d.turnover_30d,
    d.all_time_high, (extract(epoch FROM d.all_time_high_at) * 1000)::bigint AS all_time_high_ms,
    d.all_time_low, (extract(epoch FROM d.all_time_low_at) * 1000)::bigint AS all_time_low_ms,
    d.sparkline
FROM crypto_dashboard_summary d
