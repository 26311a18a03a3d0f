-- The rows of a hypertable or of a partitioned table are in its parts, whose indexes count for that of the whole.
WITH whole AS (
    SELECT
        i.indexrelid, i.indrelid, ic.relname AS name, c.relname AS parent,
        i.indisunique OR i.indisprimary OR i.indisexclusion OR i.indisreplident
            OR EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid) AS needed,
        i.indisvalid,
        regexp_replace(pg_get_indexdef(i.indexrelid), '^.*? USING ', '') AS shape
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_class ic ON ic.oid = i.indexrelid
    WHERE c.relnamespace = current_schema()::regnamespace
        AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
),
parts AS (
    SELECT w.indexrelid AS root, w.indexrelid FROM whole w
    UNION ALL
    SELECT w.indexrelid, i.indexrelid
    FROM whole w
    JOIN pg_inherits h ON h.inhparent = w.indrelid
    JOIN pg_index i ON i.indrelid = h.inhrelid
    WHERE regexp_replace(pg_get_indexdef(i.indexrelid), '^.*? USING ', '') = w.shape
)
SELECT
    w.name, w.parent, w.needed, w.indisvalid AS valid,
    sum(pg_relation_size(p.indexrelid)) AS bytes,
    coalesce(sum(pg_stat_get_numscans(p.indexrelid)), 0) AS uses
FROM whole w
JOIN parts p ON p.root = w.indexrelid
GROUP BY w.indexrelid, w.name, w.parent, w.needed, w.indisvalid
ORDER BY bytes DESC, w.name
