SELECT *, epoch_ms(started_at) AS started_ms, epoch_ms(range_from) AS from_ms, epoch_ms(range_to) AS to_ms
FROM backtest_runs
ORDER BY started_at DESC, run_id DESC
