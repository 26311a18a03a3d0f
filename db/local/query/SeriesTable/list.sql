SELECT * FROM stored_series ORDER BY symbol
