-- Bars may be there that other programs have written and nobody has looked at yet.
DELETE FROM cryptocurrencies c
WHERE c.id = ?
    AND NOT EXISTS (SELECT FROM bar_versions v WHERE v.crypto_id = c.id)
    AND NOT EXISTS (SELECT FROM crypto_prices p WHERE p.crypto_id = c.id)
