SELECT DISTINCT interval_type::text AS interval_type FROM crypto_prices
