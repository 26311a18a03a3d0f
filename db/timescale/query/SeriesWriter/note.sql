INSERT INTO bar_changes (crypto_id, interval_type) VALUES (?, ?)
