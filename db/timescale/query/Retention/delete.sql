DELETE FROM crypto_prices WHERE datetime < ?
