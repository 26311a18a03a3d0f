INSERT INTO bar_sources (crypto_id, interval_type, source, duplicates, rejected)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (crypto_id, interval_type, source) DO UPDATE SET
    duplicates = excluded.duplicates, rejected = excluded.rejected
