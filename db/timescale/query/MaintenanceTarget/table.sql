SELECT
    c.oid, c.relname AS name, c.relkind AS kind, c.oid::regclass::text AS quoted,
    pg_get_userbyid(c.relowner) AS owner,
    pg_has_role(c.relowner, 'USAGE') AS mine,
    pg_total_relation_size(c.oid) AS bytes,
    '' AS definition, '' AS parent, true AS needed, 0::bigint AS uses
FROM pg_class c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ?
    AND c.relkind IN ('r', 'p', 'm', 'v') AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)
