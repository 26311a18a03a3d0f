SELECT count(*), (extract(epoch FROM max(datetime)) * 1000)::bigint
FROM crypto_technical_indicators
WHERE crypto_id = ? AND interval_type = ?
