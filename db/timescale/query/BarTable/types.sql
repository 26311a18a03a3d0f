-- The scale is the lower eleven bits of what a type is made with, and may be negative; the precision is above them.
SELECT
    attname AS name,
    atttypid::regtype::text AS type,
    CASE WHEN atttypid = 'numeric'::regtype AND atttypmod >= 4 THEN (((atttypmod - 4) & 2047) # 1024) - 1024 END AS scale,
    CASE WHEN atttypid = 'numeric'::regtype AND atttypmod >= 4 THEN ((atttypmod - 4) >> 16) & 65535 END AS precision
FROM pg_attribute
WHERE attrelid = 'crypto_prices'::regclass AND attnum > 0 AND NOT attisdropped
