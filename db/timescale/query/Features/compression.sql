ALTER TABLE crypto_prices SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'crypto_id, interval_type',
    timescaledb.compress_orderby = 'datetime'
)
