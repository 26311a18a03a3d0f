INSERT INTO bar_versions (
    crypto_id, interval_type, version, bars, first, last, digest, source, synthetic,
    gaps, missing, duplicates, rejected, zero_volume, flat, jumps, quality_score,
    all_time_high, all_time_high_at, all_time_low, all_time_low_at
)
VALUES (
    ?, ?, ?, ?, to_timestamp(?::numeric / 1000), to_timestamp(?::numeric / 1000), ?, ?, ?,
    ?, ?, ?, ?, ?, ?, ?, ?,
    ?, to_timestamp(?::numeric / 1000), ?, to_timestamp(?::numeric / 1000)
)
ON CONFLICT (crypto_id, interval_type) DO UPDATE SET
    version = excluded.version, bars = excluded.bars, first = excluded.first, last = excluded.last,
    digest = excluded.digest, source = excluded.source, synthetic = excluded.synthetic,
    gaps = excluded.gaps, missing = excluded.missing, duplicates = excluded.duplicates,
    rejected = excluded.rejected, zero_volume = excluded.zero_volume, flat = excluded.flat,
    jumps = excluded.jumps, quality_score = excluded.quality_score,
    all_time_high = excluded.all_time_high, all_time_high_at = excluded.all_time_high_at,
    all_time_low = excluded.all_time_low, all_time_low_at = excluded.all_time_low_at, written_at = now(),
    aggregated = NULL
