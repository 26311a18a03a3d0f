DELETE FROM bar_versions WHERE interval_type = ? AND crypto_id = ?
