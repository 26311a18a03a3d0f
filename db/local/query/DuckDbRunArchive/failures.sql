SELECT symbol, reason FROM backtest_failures WHERE run_id = ? ORDER BY symbol
