-- Every statement can be run again: a migration that was broken off is done again from its beginning.
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS name VARCHAR DEFAULT '';
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS average_return_pct DOUBLE;
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS median_return_pct DOUBLE;
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS best_symbol VARCHAR;
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS best_return_pct DOUBLE;
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS worst_symbol VARCHAR;
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS worst_return_pct DOUBLE;
ALTER TABLE backtest_runs ADD COLUMN IF NOT EXISTS profitable_pct DOUBLE;

UPDATE backtest_runs
SET
    average_return_pct = rows.average,
    median_return_pct = rows.median,
    best_symbol = rows.best_symbol,
    best_return_pct = rows.best,
    worst_symbol = rows.worst_symbol,
    worst_return_pct = rows.worst,
    profitable_pct = rows.profitable
FROM (
    SELECT
        run_id,
        favg(total_return_pct) AS average,
        median(total_return_pct) AS median,
        arg_max(symbol, total_return_pct ORDER BY position) AS best_symbol,
        max(total_return_pct) AS best,
        arg_min(symbol, total_return_pct ORDER BY position) AS worst_symbol,
        min(total_return_pct) AS worst,
        100.0 * count(*) FILTER (WHERE total_return_pct > 0) / count(*) AS profitable
    FROM backtest_results
    GROUP BY run_id
) rows
WHERE rows.run_id = backtest_runs.run_id;

CREATE TABLE IF NOT EXISTS crypto_strategies (
    name VARCHAR PRIMARY KEY,
    strategy VARCHAR NOT NULL,
    -- name=value pairs, joined by commas
    parameters VARCHAR NOT NULL,
    capital DOUBLE NOT NULL,
    fee DOUBLE NOT NULL,
    slippage DOUBLE NOT NULL,
    fill VARCHAR NOT NULL,
    universe VARCHAR NOT NULL,
    interval_type VARCHAR NOT NULL,
    -- NULL for a range without that bound
    range_from TIMESTAMP,
    range_to TIMESTAMP,
    use_cache BOOLEAN NOT NULL
);

-- Closes of the last bar of each of the 30 UTC days that end with the day in which the last bar opens.
ALTER TABLE crypto_dashboard_summary ADD COLUMN IF NOT EXISTS sparkline DOUBLE[];

UPDATE crypto_dashboard_summary
SET sparkline = coins.closes
FROM (
    SELECT crypto_id, list(close ORDER BY day) AS closes
    FROM (
        SELECT p.crypto_id, date_trunc('day', p.datetime) AS day, arg_max(p.close_price, p.datetime) AS close
        FROM crypto_prices p
        JOIN crypto_dashboard_summary d ON d.crypto_id = p.crypto_id AND d.interval_type = p.interval_type
        JOIN bar_versions v ON v.crypto_id = p.crypto_id AND v.interval_type = p.interval_type
        WHERE p.datetime >= date_trunc('day', v.last) - INTERVAL 29 DAYS
        GROUP BY p.crypto_id, day
    )
    GROUP BY crypto_id
) coins
WHERE coins.crypto_id = crypto_dashboard_summary.crypto_id;

-- Earlier versions did not tell new bars from none.
ALTER TABLE backtest_results ADD COLUMN IF NOT EXISTS origin VARCHAR;

UPDATE backtest_results
SET origin = CASE WHEN backtest_results.cached THEN 'cached' WHEN runs.use_cache THEN 'first' ELSE 'cache_off' END
FROM backtest_runs runs
WHERE runs.run_id = backtest_results.run_id AND origin IS NULL;
