SELECT version FROM bar_versions WHERE crypto_id = ? AND interval_type = ? FOR UPDATE
