SELECT
    pg_is_in_recovery() AS replica,
    extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) AS behind
