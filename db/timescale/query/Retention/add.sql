SELECT add_retention_policy('crypto_prices', drop_after => make_interval(days => ?))
