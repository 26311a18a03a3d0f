-- Bars that are given to another coin or interval are missed where they were, which their new rows do not tell. Compressed
-- tables allow no old rows to be looked at, so this is noted as a removal, and all series are counted.
DROP TRIGGER IF EXISTS alphaforge_moved ON crypto_prices;
CREATE TRIGGER alphaforge_moved AFTER UPDATE OF crypto_id, interval_type ON crypto_prices
    FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_note_removal();
