SELECT remove_retention_policy('crypto_prices', if_exists => true)
