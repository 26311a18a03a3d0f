SELECT *, epoch_ms(range_from) AS from_ms, epoch_ms(range_to) AS to_ms
FROM crypto_strategies
ORDER BY lower(name), name
