SELECT * REPLACE (epoch_ms("from") AS "from", epoch_ms("to") AS "to")
FROM backtest_results
WHERE run_id = ?
ORDER BY position
