INSERT OR REPLACE INTO crypto_strategies
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, make_timestamp_ms(?), make_timestamp_ms(?), ?)
