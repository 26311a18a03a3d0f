SELECT create_hypertable(
    'crypto_prices', by_range('datetime', interval '30 days'),
    create_default_indexes => false, if_not_exists => true, migrate_data => true
)
