SELECT v.crypto_id, v.interval_type, v.version, v.bars
FROM bar_versions v
LEFT JOIN bar_summaries s ON s.crypto_id = v.crypto_id AND s.interval_type = v.interval_type
WHERE v.bars > 0 AND s.version IS DISTINCT FROM v.version
