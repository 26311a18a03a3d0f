SELECT
    to_regclass('bar_versions') IS NULL AND to_regclass('alphaforge_schema_history') IS NULL AS foreign_tables,
    (SELECT count(*) FROM crypto_prices) AS bars
