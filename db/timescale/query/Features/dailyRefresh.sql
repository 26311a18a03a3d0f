CALL refresh_continuous_aggregate('crypto_prices_daily', NULL, NULL)
