INSERT INTO crypto_prices SELECT * FROM crypto_prices WHERE false
