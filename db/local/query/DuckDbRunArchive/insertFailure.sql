INSERT INTO backtest_failures VALUES (?, ?, ?)
