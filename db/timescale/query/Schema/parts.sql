SELECT name
FROM unnest(ARRAY[
    'bar_versions', 'bar_changes', 'bar_sources', 'bar_summaries', 'crypto_technical_indicators', 'query_performance_log',
    'crypto_prices_daily', 'crypto_prices_weekly', 'crypto_dashboard_summary'
]) WITH ORDINALITY AS wanted (name, position)
WHERE to_regclass(name) IS NULL
ORDER BY position
