SELECT coalesce(max(CAST(version AS INTEGER)) FILTER (WHERE success), 0)
FROM flyway_schema_history
