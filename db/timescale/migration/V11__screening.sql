-- Coins that are oversold or overbought at a bar are answered from this index alone. An existing table of that name may have
-- other columns, and stays as it is.
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_class WHERE oid = to_regclass('crypto_technical_indicators') AND relkind IN ('r', 'p')
    ) AND (
        SELECT count(*) = 4 FROM pg_attribute
        WHERE attrelid = to_regclass('crypto_technical_indicators') AND NOT attisdropped
            AND attname IN ('crypto_id', 'interval_type', 'datetime', 'rsi_14')
    ) THEN
        CREATE INDEX IF NOT EXISTS crypto_technical_indicators_extremes
        ON crypto_technical_indicators (interval_type, datetime DESC) INCLUDE (crypto_id, rsi_14)
        WHERE rsi_14 < 30 OR rsi_14 > 70;
    END IF;
END
$$;
