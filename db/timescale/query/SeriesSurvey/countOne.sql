SELECT
    count(*) AS bars,
    (extract(epoch FROM min(datetime)) * 1000)::bigint AS first_ms,
    (extract(epoch FROM max(datetime)) * 1000)::bigint AS last_ms
FROM crypto_prices
WHERE crypto_id = ? AND interval_type = ?
