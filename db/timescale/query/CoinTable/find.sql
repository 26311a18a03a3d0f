SELECT id, symbol, base_asset, quote_asset FROM cryptocurrencies WHERE symbol = ? ORDER BY id LIMIT 1
