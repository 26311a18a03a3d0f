SELECT crypto_id, interval_type, version FROM bar_versions WHERE aggregated = version
