DELETE FROM backtest_failures WHERE run_id = ?
