INSERT INTO bar_summaries (
    crypto_id, interval_type, version, price, change_24h_pct, change_7d_pct,
    high_24h, low_24h, volume_24h, high_7d, low_7d, volume_7d, high_30d, low_30d, volume_30d,
    turnover_30d, sparkline
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (crypto_id, interval_type) DO UPDATE SET
    version = excluded.version, price = excluded.price,
    change_24h_pct = excluded.change_24h_pct, change_7d_pct = excluded.change_7d_pct,
    high_24h = excluded.high_24h, low_24h = excluded.low_24h, volume_24h = excluded.volume_24h,
    high_7d = excluded.high_7d, low_7d = excluded.low_7d, volume_7d = excluded.volume_7d,
    high_30d = excluded.high_30d, low_30d = excluded.low_30d, volume_30d = excluded.volume_30d,
    turnover_30d = excluded.turnover_30d, sparkline = excluded.sparkline
