SELECT add_compression_policy('crypto_prices_daily', interval '90 days', if_not_exists => true)
