DELETE FROM bar_sources WHERE interval_type = ? AND crypto_id = ? AND source IN (?, ?)
