SELECT
    ic.oid, ic.relname AS name, ic.relkind AS kind, ic.oid::regclass::text AS quoted,
    pg_get_userbyid(c.relowner) AS owner,
    pg_has_role(c.relowner, 'USAGE') AS mine,
    sum(pg_relation_size(p.indexrelid)) AS bytes,
    pg_get_indexdef(ic.oid) AS definition, c.relname AS parent,
    i.indisunique OR i.indisprimary OR i.indisexclusion OR i.indisreplident
        OR EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid) AS needed,
    coalesce(sum(pg_stat_get_numscans(p.indexrelid)), 0)::bigint AS uses
FROM pg_class ic
JOIN pg_index i ON i.indexrelid = ic.oid
JOIN pg_class c ON c.oid = i.indrelid
CROSS JOIN LATERAL (
    SELECT ic.oid AS indexrelid
    UNION ALL
    SELECT j.indexrelid
    FROM pg_inherits h
    JOIN pg_index j ON j.indrelid = h.inhrelid
    WHERE h.inhparent = c.oid
        AND regexp_replace(pg_get_indexdef(j.indexrelid), '^.*? USING ', '')
            = regexp_replace(pg_get_indexdef(ic.oid), '^.*? USING ', '')
) p
WHERE ic.relnamespace = current_schema()::regnamespace AND ic.relname = ?
    AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
GROUP BY ic.oid, c.oid, i.indexrelid
