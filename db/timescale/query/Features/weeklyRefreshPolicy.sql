SELECT add_continuous_aggregate_policy(
    'crypto_prices_weekly', start_offset => NULL, end_offset => NULL,
    schedule_interval => interval '1 hour', if_not_exists => true
)
