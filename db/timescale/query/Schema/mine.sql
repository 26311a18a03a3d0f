SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('crypto_prices')
