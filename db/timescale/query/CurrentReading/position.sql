-- Where it inserts, not what it has written: what was committed without waiting for the disk is seen too.
SELECT CAST(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END AS text) AS position
