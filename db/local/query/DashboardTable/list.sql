SELECT
    s.symbol,
    s.base_asset,
    s.quote_asset,
    s.interval_type,
    s.bars,
    s.first_ms,
    s.last_ms,
    s.quality_score,
    s.synthetic,
    d.*,
    epoch_ms(d.all_time_high_at) AS all_time_high_ms,
    epoch_ms(d.all_time_low_at) AS all_time_low_ms,
    (SELECT epoch_ms(max(last)) FROM bar_versions) AS newest_ms
FROM stored_series s
JOIN crypto_dashboard_summary d ON d.crypto_id = s.crypto_id AND d.interval_type = s.interval_type
ORDER BY s.symbol
