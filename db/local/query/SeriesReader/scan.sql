-- Without ORDER BY: rows come in the order in which they were written, and the reader verifies it. The bounds spare the
-- parts of the table that hold other coins only.
SELECT crypto_id, epoch_us(datetime), COLUMNS(lambda c: c IN getvariable('bar_columns'))
FROM crypto_prices
WHERE interval_type = ? AND crypto_id BETWEEN ? AND ?
