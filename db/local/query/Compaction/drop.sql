DROP TABLE crypto_prices
