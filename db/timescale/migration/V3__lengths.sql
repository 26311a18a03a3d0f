-- When the bar that opens at a time closes; months by the calendar, in UTC.
CREATE OR REPLACE FUNCTION alphaforge_next(opened timestamptz, interval_type text) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
SELECT CASE interval_type
    WHEN '1M' THEN ((opened AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC'
    ELSE opened + CASE right(interval_type, 1)
        WHEN 'm' THEN make_interval(mins => left(interval_type, -1)::integer)
        WHEN 'h' THEN make_interval(hours => left(interval_type, -1)::integer)
        WHEN 'd' THEN make_interval(hours => 24 * left(interval_type, -1)::integer)
        WHEN 'w' THEN make_interval(hours => 168 * left(interval_type, -1)::integer)
    END
END
$$;
