-- A trigger that is shown the new rows of a whole INSERT makes TimescaleDB copy rows by a way that tells its continuous
-- aggregates nothing, so they lacked what came by COPY. One that is called for rows keeps the quick way, which tells them.
-- It is called once for a series in a transaction: what was noted is remembered by a setting of the transaction, which a
-- rollback to a savepoint takes back together with the note. No function of ours is called where nothing is new, so a row
-- costs no more than a look at the setting.
CREATE OR REPLACE FUNCTION alphaforge_note_insert() RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
BEGIN
    INSERT INTO bar_changes (crypto_id, interval_type) VALUES (NEW.crypto_id, NEW.interval_type);
    RETURN NULL;
END
$$;

-- With the rights of its owner it must not find temporary tables of its caller first.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION alphaforge_note_insert() SET search_path = %I, pg_temp', current_schema());
END
$$;

DROP TRIGGER IF EXISTS alphaforge_inserted ON crypto_prices;
CREATE TRIGGER alphaforge_inserted AFTER INSERT ON crypto_prices
    FOR EACH ROW
    WHEN (
        current_setting('alphaforge.writing', true) IS DISTINCT FROM 'on'
        AND CASE
            WHEN strpos(
                current_setting('alphaforge.noted', true),
                concat('(', NEW.crypto_id, ' ', quote_nullable(NEW.interval_type), ')')
            ) > 0 THEN false
            -- True, and from now on the series is among those that are noted; the newest is looked for first.
            ELSE set_config(
                'alphaforge.noted',
                concat(
                    '(', NEW.crypto_id, ' ', quote_nullable(NEW.interval_type), ')',
                    current_setting('alphaforge.noted', true)
                ),
                true
            ) IS NOT NULL
        END
    )
    EXECUTE FUNCTION alphaforge_note_insert();

-- Every series is compared with its sums once more, and summed up by force where they lack bars.
UPDATE bar_versions SET aggregated = NULL WHERE aggregated IS NOT NULL;
