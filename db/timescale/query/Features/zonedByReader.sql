-- A view of ours, of an earlier version, that takes times without a zone for ones of whoever reads it.
SELECT EXISTS (
    SELECT FROM pg_class
    WHERE oid = to_regclass(?) AND relkind = 'v'
        AND pg_get_viewdef(oid) LIKE '%date_trunc(%datetime)::timestamp with time zone, ''UTC''::text)%'
)
