SELECT crypto_id, epoch_us(datetime), COLUMNS(lambda c: c IN getvariable('bar_columns'))
FROM crypto_prices
WHERE interval_type = ? AND crypto_id = ?
