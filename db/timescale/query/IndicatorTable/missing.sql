SELECT v.crypto_id, v.interval_type, v.bars
FROM bar_versions v
WHERE v.bars > 0 AND NOT EXISTS (
    SELECT FROM crypto_technical_indicators i
    WHERE i.crypto_id = v.crypto_id AND i.interval_type = v.interval_type
)
