DELETE FROM bar_changes
WHERE id <= ? AND crypto_id IS NOT DISTINCT FROM ? AND interval_type IS NOT DISTINCT FROM ?
