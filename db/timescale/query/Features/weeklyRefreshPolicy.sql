SELECT add_continuous_aggregate_policy(
    'crypto_prices_weekly', start_offset => NULL, end_offset => interval '7 days',
    schedule_interval => interval '1 hour', if_not_exists => true
)
