DELETE FROM bar_summaries WHERE crypto_id = ? AND interval_type = ?
