-- A time without a zone is one of UTC, and not of the zone of whoever reads the view.
CREATE OR REPLACE VIEW crypto_prices_daily AS
SELECT
    crypto_id,
    interval_type,
    date_trunc('day', to_timestamp(extract(epoch FROM datetime)), 'UTC') AS datetime,
    (array_agg(open_price ORDER BY datetime))[1] AS open_price,
    max(high_price) AS high_price,
    min(low_price) AS low_price,
    (array_agg(close_price ORDER BY datetime DESC))[1] AS close_price,
    sum(volume) AS volume,
    count(*) AS bars
FROM crypto_prices
WHERE interval_type <> '1M'
GROUP BY crypto_id, interval_type, date_trunc('day', to_timestamp(extract(epoch FROM datetime)), 'UTC')
