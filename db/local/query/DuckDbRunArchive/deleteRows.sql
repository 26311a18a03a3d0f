DELETE FROM backtest_results WHERE run_id = ?
