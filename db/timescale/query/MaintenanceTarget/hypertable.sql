SELECT coalesce(bool_or(compression_enabled), false), count(*) > 0
FROM timescaledb_information.hypertables
WHERE hypertable_schema = current_schema() AND hypertable_name = ?
