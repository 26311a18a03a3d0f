SELECT id, symbol, '' AS base_asset, '' AS quote_asset FROM cryptocurrencies
