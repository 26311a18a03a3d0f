CREATE TEMPORARY TABLE staged_bars (
    crypto_id integer, datetime timestamptz, interval_type text,
    open_price double precision, high_price double precision, low_price double precision,
    close_price double precision, volume double precision
) ON COMMIT DROP
