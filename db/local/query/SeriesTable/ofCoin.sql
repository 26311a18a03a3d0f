SELECT * FROM stored_series WHERE symbol = ?
