SELECT add_compression_policy('crypto_prices', interval '30 days', if_not_exists => true)
