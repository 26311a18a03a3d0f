ALTER TABLE crypto_prices_rebuilt RENAME TO crypto_prices
