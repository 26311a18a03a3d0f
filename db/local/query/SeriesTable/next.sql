SELECT
    (SELECT coalesce(max(id), 0) + 1 FROM cryptocurrencies) AS crypto_id,
    coalesce(max(run_order), 0) + 1 AS run_order,
    coalesce(max(run_order) FILTER (WHERE interval_type = ?), 0) AS last_of_interval
FROM bar_versions
