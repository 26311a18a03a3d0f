SELECT (extract(epoch FROM logged_at) * 1000)::bigint, caller, query, duration_ms
FROM query_performance_log
ORDER BY logged_at DESC
LIMIT ?
