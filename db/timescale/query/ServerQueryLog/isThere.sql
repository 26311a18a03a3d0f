SELECT to_regclass('query_performance_log') IS NOT NULL
