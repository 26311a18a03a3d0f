SELECT has_function_privilege('pg_read_file(text, bigint, bigint, boolean)', 'EXECUTE')
