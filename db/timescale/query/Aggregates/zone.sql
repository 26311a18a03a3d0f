SELECT atttypid::regtype::text FROM pg_attribute WHERE attrelid = 'crypto_prices'::regclass AND attname = 'datetime'
