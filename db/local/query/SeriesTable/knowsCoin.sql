SELECT id FROM cryptocurrencies WHERE symbol = ?
