DELETE FROM bar_changes WHERE crypto_id = ? AND interval_type = ?
