-- As text, which has no blanks behind it where the column is filled up with them.
SELECT
    crypto_id, interval_type::text AS interval_type, count(*) AS bars,
    (extract(epoch FROM min(datetime)) * 1000)::bigint AS first_ms,
    (extract(epoch FROM max(datetime)) * 1000)::bigint AS last_ms
FROM crypto_prices
GROUP BY crypto_id, crypto_prices.interval_type
