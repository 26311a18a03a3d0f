INSERT INTO crypto_prices (
    crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume
)
SELECT crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price, volume
FROM staged_bars
ON CONFLICT (crypto_id, interval_type, datetime) DO UPDATE SET
    open_price = excluded.open_price, high_price = excluded.high_price, low_price = excluded.low_price,
    close_price = excluded.close_price, volume = excluded.volume
