UPDATE bar_versions
SET run_order = ?, fragmented = false
WHERE interval_type = ? AND crypto_id = ?
