-- Bounds that are known when it is planned keep other batches packed; those of a join would not.
DELETE FROM crypto_prices p
USING staged_bars s
WHERE p.crypto_id = ? AND p.interval_type = ? AND p.datetime >= ? AND p.datetime <= ? AND p.datetime = s.datetime
