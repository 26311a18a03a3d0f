-- The log of slow queries keeps its newest 10,000 rows, whoever writes it and whatever else they may do. A table of this
-- name with other columns is somebody else's and stays as it is.
CREATE OR REPLACE FUNCTION alphaforge_trim_query_log() RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path FROM CURRENT
AS $$
BEGIN
    DELETE FROM query_performance_log WHERE id <= (SELECT max(id) FROM query_performance_log) - 10000;
    RETURN NULL;
END
$$;

DO $$
BEGIN
    IF (
        SELECT count(*) = 5 FROM pg_attribute
        WHERE attrelid = to_regclass('query_performance_log') AND NOT attisdropped
            AND attname IN ('id', 'logged_at', 'caller', 'query', 'duration_ms')
    ) THEN
        DROP TRIGGER IF EXISTS alphaforge_trimmed ON query_performance_log;
        CREATE TRIGGER alphaforge_trimmed AFTER INSERT ON query_performance_log
            FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_trim_query_log();
    END IF;
END
$$;
