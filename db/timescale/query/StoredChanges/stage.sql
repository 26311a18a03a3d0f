-- Of the types that the bars have, whatever those are: a conversion on the way would go by the zone of the session.
CREATE TEMPORARY TABLE staged_bars ON COMMIT DROP AS
SELECT crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume
FROM crypto_prices
WITH NO DATA
