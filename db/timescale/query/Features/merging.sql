ALTER TABLE crypto_prices SET (timescaledb.compress_chunk_time_interval = '90 days')
