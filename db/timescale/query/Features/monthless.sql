SELECT t.typtype = 'e' AND NOT EXISTS (SELECT FROM pg_enum e WHERE e.enumtypid = t.oid AND e.enumlabel = '1M') AS monthless
FROM pg_attribute a
JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = 'crypto_prices'::regclass AND a.attname = 'interval_type' AND NOT a.attisdropped
