-- Names are quoted by the server, of what it has found by its number.
SELECT CASE what
    WHEN 'vacuum' THEN format('VACUUM (ANALYZE) %s', relation)
    WHEN 'analyze' THEN format('ANALYZE %s', relation)
    WHEN 'refreshView' THEN format('REFRESH MATERIALIZED VIEW %s', relation)
    WHEN 'refreshAggregate' THEN format('CALL refresh_continuous_aggregate(%L, NULL, NULL)', relation)
    WHEN 'reindex' THEN format('REINDEX INDEX CONCURRENTLY %s', relation)
    WHEN 'reindexTable' THEN format('REINDEX TABLE %s', relation)
    WHEN 'dropIndex' THEN format('DROP INDEX CONCURRENTLY %s', relation)
    WHEN 'dropIndexOfParts' THEN format('DROP INDEX %s', relation)
    WHEN 'dropTable' THEN format('DROP TABLE %s', relation)
    WHEN 'lockTable' THEN format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', relation)
    WHEN 'copyTable' THEN format('COPY (SELECT * FROM %s) TO STDOUT (FORMAT csv, HEADER)', relation)
END
FROM (SELECT ?::text AS what, ?::bigint::oid::regclass AS relation) asked
