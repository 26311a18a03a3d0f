SELECT
    coalesce(has_table_privilege(to_regclass('crypto_technical_indicators'), 'INSERT, DELETE'), false)
    AND obj_description(to_regclass('crypto_technical_indicators'), 'pg_class') = 'Filled by AlphaForge'
    AND (
        SELECT count(*) = 14 FROM pg_attribute
        WHERE attrelid = to_regclass('crypto_technical_indicators') AND NOT attisdropped
            AND attname IN (
                'crypto_id', 'interval_type', 'datetime', 'rsi_7', 'rsi_14', 'sma_20', 'sma_50', 'sma_200',
                'ema_12', 'ema_26', 'bb_upper', 'bb_middle', 'bb_lower', 'volume_sma_20'
            )
    )
