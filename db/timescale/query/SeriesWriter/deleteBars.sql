DELETE FROM crypto_prices WHERE crypto_id = ? AND interval_type = ?
