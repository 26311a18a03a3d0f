SELECT add_compression_policy('crypto_prices_weekly', interval '90 days', if_not_exists => true)
