DELETE FROM crypto_prices WHERE interval_type = ? AND crypto_id = ?
