SELECT count(*) > 0
FROM timescaledb_information.continuous_aggregates
WHERE view_schema = current_schema() AND view_name = ?
