DELETE FROM crypto_strategies WHERE name = ?
