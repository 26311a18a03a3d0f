INSERT INTO crypto_prices_rebuilt
SELECT crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume
FROM crypto_prices
WHERE interval_type = ? AND crypto_id = ?
ORDER BY datetime
