SELECT count(*) AS tables, count(*) FILTER (WHERE table_name = 'flyway_schema_history') > 0 AS ours
FROM duckdb_tables()
WHERE NOT internal
