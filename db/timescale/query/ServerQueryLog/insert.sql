INSERT INTO query_performance_log (logged_at, caller, query, duration_ms)
VALUES (to_timestamp(?::numeric / 1000), ?, ?, ?)
