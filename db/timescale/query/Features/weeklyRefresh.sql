CALL refresh_continuous_aggregate('crypto_prices_weekly', NULL, NULL)
