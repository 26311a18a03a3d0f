-- Only the owner of a view may refresh it; whoever may write bars may do it through this.
CREATE OR REPLACE FUNCTION alphaforge_refresh_dashboard() RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path FROM CURRENT
-- Compiling the query takes the server longer than running it.
SET jit TO off
AS $$
DECLARE
    -- Whoever calls, since the current user is the owner in here.
    caller name := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role') END;
BEGIN
    IF NOT has_table_privilege(caller, 'crypto_prices', 'INSERT') THEN
        RAISE insufficient_privilege USING MESSAGE =
            format('%s may not refresh crypto_dashboard_summary, as only who may add bars to crypto_prices may', caller);
    END IF;
    IF (SELECT relispopulated FROM pg_class WHERE oid = 'crypto_dashboard_summary'::regclass) THEN
        REFRESH MATERIALIZED VIEW CONCURRENTLY crypto_dashboard_summary;
    ELSE
        REFRESH MATERIALIZED VIEW crypto_dashboard_summary;
    END IF;
END
$$;
-- With the rights of its owner it must not find temporary tables of its caller first.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION alphaforge_refresh_dashboard() SET search_path = %I, pg_temp', current_schema());
END
$$
