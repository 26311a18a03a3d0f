DELETE FROM crypto_technical_indicators
WHERE crypto_id = ? AND interval_type = ? AND datetime < to_timestamp(?::numeric / 1000)
