SELECT count(*) FROM crypto_prices
