INSERT INTO crypto_prices
SELECT ?, make_timestamp(micros), ?, open_price, high_price, low_price, close_price, volume
FROM bars_to_write(?)
