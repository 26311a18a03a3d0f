ALTER MATERIALIZED VIEW crypto_prices_daily SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'crypto_id, interval_type',
    timescaledb.compress_orderby = 'datetime'
)
