DELETE FROM backtest_runs WHERE run_id = ?
