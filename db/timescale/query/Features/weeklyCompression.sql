ALTER MATERIALIZED VIEW crypto_prices_weekly SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'crypto_id, interval_type',
    timescaledb.compress_orderby = 'datetime'
)
