-- The first migration indexes this column; an existing table of that name may have been made for something else, and stays.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('query_performance_log') AND relkind IN ('r', 'p')) THEN
        ALTER TABLE query_performance_log ADD COLUMN IF NOT EXISTS logged_at timestamptz;
    END IF;
END
$$
