CREATE MATERIALIZED VIEW IF NOT EXISTS crypto_prices_daily
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT
    crypto_id,
    interval_type,
    time_bucket(interval '1 day', datetime) AS datetime,
    first(open_price, datetime) AS open_price,
    max(high_price) AS high_price,
    min(low_price) AS low_price,
    last(close_price, datetime) AS close_price,
    sum(volume) AS volume,
    count(*) AS bars
FROM crypto_prices
WHERE interval_type <> '1M'
GROUP BY crypto_id, interval_type, time_bucket(interval '1 day', datetime)
WITH NO DATA
