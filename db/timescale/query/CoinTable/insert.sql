INSERT INTO cryptocurrencies (symbol, name, base_asset, quote_asset)
VALUES (?, ?, ?, ?)
ON CONFLICT (symbol) DO NOTHING
