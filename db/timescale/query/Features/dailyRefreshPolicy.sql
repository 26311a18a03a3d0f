SELECT add_continuous_aggregate_policy(
    'crypto_prices_daily', start_offset => NULL, end_offset => interval '1 day',
    schedule_interval => interval '1 hour', if_not_exists => true
)
