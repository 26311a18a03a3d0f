INSERT INTO bar_sources (crypto_id, interval_type, source, duplicates, rejected)
VALUES (-1, '1d', 'a check of the connection', 0, 0)
ON CONFLICT DO NOTHING
