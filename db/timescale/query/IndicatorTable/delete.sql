DELETE FROM crypto_technical_indicators WHERE crypto_id = ? AND interval_type = ?
