-- An index that is built beside another one is named after it by the server, and not valid before it is done.
SELECT format('DROP INDEX CONCURRENTLY %s', i.indexrelid::regclass)
FROM pg_index wanted
JOIN pg_class w ON w.oid = wanted.indexrelid
JOIN pg_index i ON i.indrelid = wanted.indrelid AND NOT i.indisvalid
JOIN pg_class c ON c.oid = i.indexrelid
WHERE wanted.indexrelid = ?::bigint::oid AND c.oid <> w.oid
    AND regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '') IN (w.relname, left(w.relname, length(c.relname) - 6))
    AND c.relname ~ '_cc(new|old)[0-9]*$'
