-- A series that was written meanwhile has another version and stays as it is.
UPDATE bar_versions v SET aggregated = v.version
FROM unnest(?::integer[], ?::text[], ?::bigint[]) AS d (crypto_id, interval_type, version)
WHERE v.crypto_id = d.crypto_id AND v.interval_type = d.interval_type AND v.version = d.version
