SELECT
    c.relname AS name,
    c.relkind = 'm' AS is_view,
    pg_total_relation_size(c.oid) AS bytes,
    pg_indexes_size(c.oid) AS index_bytes,
    nullif(c.reltuples, -1) AS row_count,
    coalesce(s.n_dead_tup, 0) AS dead,
    (extract(epoch FROM greatest(s.last_vacuum, s.last_autovacuum)) * 1000)::bigint AS vacuumed_ms,
    (extract(epoch FROM greatest(s.last_analyze, s.last_autoanalyze)) * 1000)::bigint AS analyzed_ms
FROM pg_class c
LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'm') AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)
ORDER BY bytes DESC, name
