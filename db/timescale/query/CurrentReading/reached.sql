SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= CAST(CAST(? AS text) AS pg_lsn) AS reached
