DELETE FROM bar_sources WHERE crypto_id = ? AND interval_type = ? AND source = ?
