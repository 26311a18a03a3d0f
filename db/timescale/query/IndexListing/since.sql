SELECT (extract(epoch FROM coalesce(stats_reset, pg_postmaster_start_time())) * 1000)::bigint
FROM pg_stat_database WHERE datname = current_database()
