SELECT
    c.id AS crypto_id, c.symbol, c.base_asset, c.quote_asset,
    v.interval_type, v.version, v.bars,
    (extract(epoch FROM v.first) * 1000)::bigint AS first_ms,
    (extract(epoch FROM v.last) * 1000)::bigint AS last_ms,
    v.digest, v.source, v.synthetic,
    v.gaps, v.missing, v.duplicates, v.rejected, v.zero_volume, v.flat, v.jumps, v.quality_score
FROM bar_versions v
JOIN cryptocurrencies c ON c.id = v.crypto_id
WHERE v.bars > 0
