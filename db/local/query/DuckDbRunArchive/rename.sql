UPDATE backtest_runs SET name = ? WHERE run_id = ?
