DELETE FROM cryptocurrencies c
WHERE c.id = ? AND NOT EXISTS (SELECT FROM bar_versions v WHERE v.crypto_id = c.id)
