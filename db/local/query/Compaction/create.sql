CREATE TABLE crypto_prices_rebuilt (
    crypto_id INTEGER NOT NULL,
    datetime TIMESTAMP NOT NULL,
    interval_type VARCHAR NOT NULL,
    open_price DOUBLE NOT NULL,
    high_price DOUBLE NOT NULL,
    low_price DOUBLE NOT NULL,
    close_price DOUBLE NOT NULL,
    volume DOUBLE NOT NULL
)
