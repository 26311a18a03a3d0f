-- Figures of the dashboard that follow from the bars of one series, computed by who writes them and has them in memory.
CREATE TABLE IF NOT EXISTS bar_summaries (
    crypto_id integer NOT NULL,
    interval_type text NOT NULL,
    version bigint NOT NULL,
    price double precision NOT NULL,
    change_24h_pct double precision,
    change_7d_pct double precision,
    high_24h double precision,
    low_24h double precision,
    volume_24h double precision,
    high_7d double precision,
    low_7d double precision,
    volume_7d double precision,
    high_30d double precision,
    low_30d double precision,
    volume_30d double precision,
    turnover_30d double precision,
    sparkline double precision[] NOT NULL,
    PRIMARY KEY (crypto_id, interval_type)
);

-- The view of earlier versions read the bars themselves, a second at every refresh. An administrator's own view stays.
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = to_regclass('crypto_dashboard_summary') AND attname = 'version' AND NOT attisdropped
    ) AND EXISTS (
        SELECT FROM pg_class WHERE oid = to_regclass('crypto_dashboard_summary') AND relkind = 'm'
    ) THEN
        DROP MATERIALIZED VIEW crypto_dashboard_summary;
    END IF;
END
$$;
