INSERT INTO cryptocurrencies (symbol, name, base_asset, quote_asset) VALUES (?, ?, ?, ?)
