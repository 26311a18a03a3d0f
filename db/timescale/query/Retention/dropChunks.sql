SELECT count(drop_chunks) FROM drop_chunks('crypto_prices', older_than => make_interval(days => ?))
