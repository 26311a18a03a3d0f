-- Whoever changes bars and is not AlphaForge leaves a note, in the same transaction and without knowing of it.
CREATE OR REPLACE FUNCTION alphaforge_note_change() RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
BEGIN
    IF coalesce(current_setting('alphaforge.writing', true), '') <> 'on' THEN
        INSERT INTO bar_changes (crypto_id, interval_type)
        SELECT DISTINCT crypto_id, interval_type FROM changed;
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION alphaforge_note_removal() RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
BEGIN
    IF coalesce(current_setting('alphaforge.writing', true), '') <> 'on' THEN
        INSERT INTO bar_changes DEFAULT VALUES;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS alphaforge_inserted ON crypto_prices;
DROP TRIGGER IF EXISTS alphaforge_updated ON crypto_prices;
DROP TRIGGER IF EXISTS alphaforge_deleted ON crypto_prices;
DROP TRIGGER IF EXISTS alphaforge_truncated ON crypto_prices;
CREATE TRIGGER alphaforge_inserted AFTER INSERT ON crypto_prices
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_note_change();
CREATE TRIGGER alphaforge_updated AFTER UPDATE ON crypto_prices
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_note_change();
-- Compressed tables allow no more than the fact that something was deleted.
CREATE TRIGGER alphaforge_deleted AFTER DELETE ON crypto_prices
    FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_note_removal();
CREATE TRIGGER alphaforge_truncated AFTER TRUNCATE ON crypto_prices
    FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_note_removal();
