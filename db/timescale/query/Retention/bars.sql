SELECT
    count(*) AS bars, count(DISTINCT crypto_id) AS coins,
    (extract(epoch FROM min(datetime)) * 1000)::bigint AS first_ms,
    (extract(epoch FROM max(datetime)) * 1000)::bigint AS last_ms
FROM crypto_prices WHERE datetime < ?
