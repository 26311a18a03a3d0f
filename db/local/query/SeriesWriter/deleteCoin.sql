DELETE FROM cryptocurrencies WHERE id = ?
