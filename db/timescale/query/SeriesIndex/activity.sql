-- Bars and everything that holds some of them: chunks are children of their table.
WITH RECURSIVE held AS (
    SELECT to_regclass('crypto_prices')::oid AS part
    UNION ALL
    SELECT i.inhrelid FROM pg_inherits i JOIN held h ON i.inhparent = h.part
)
SELECT coalesce(sum(pg_stat_get_tuples_updated(part) + pg_stat_get_tuples_deleted(part)), 0)::bigint FROM held
