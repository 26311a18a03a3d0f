INSERT INTO cryptocurrencies (id, symbol, name, base_asset, quote_asset)
VALUES (?, ?, ?, ?, ?)
