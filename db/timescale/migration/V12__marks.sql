-- Indicators are written only into a table that was empty and has the columns in their types: one that somebody else fills is
-- left alone.
DO $$
BEGIN
    IF (
        SELECT count(*) = 14 AND bool_and(CASE
            WHEN attname = 'crypto_id' THEN atttypid = 'integer'::regtype
            WHEN attname = 'interval_type' THEN atttypid = 'text'::regtype
            WHEN attname = 'datetime' THEN atttypid = 'timestamptz'::regtype
            ELSE atttypid = 'double precision'::regtype
        END)
        FROM pg_attribute
        WHERE attrelid = to_regclass('crypto_technical_indicators') AND attnum > 0 AND NOT attisdropped
    ) THEN
        IF NOT EXISTS (SELECT FROM crypto_technical_indicators) THEN
            COMMENT ON TABLE crypto_technical_indicators IS 'Filled by AlphaForge';
        END IF;
    END IF;
END
$$;

-- Functions with the rights of their owner must not find temporary tables of their caller before the real ones.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['alphaforge_note_change', 'alphaforge_note_removal', 'alphaforge_trim_query_log'] LOOP
        EXECUTE format('ALTER FUNCTION %I() SET search_path = %I, pg_temp', name, current_schema());
    END LOOP;
END
$$;
