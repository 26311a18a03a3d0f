-- The version of a series that the continuous aggregates sum up; another one, or none, and they are not to be trusted.
ALTER TABLE bar_versions ADD COLUMN IF NOT EXISTS aggregated bigint;
