SELECT c.symbol
FROM cryptocurrencies c
WHERE EXISTS (SELECT FROM crypto_prices p WHERE p.crypto_id = c.id AND p.datetime < ?)
    AND NOT EXISTS (SELECT FROM crypto_prices p WHERE p.crypto_id = c.id AND p.datetime >= ?)
ORDER BY c.symbol
