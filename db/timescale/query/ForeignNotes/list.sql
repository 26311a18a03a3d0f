SELECT crypto_id, interval_type, max(id) AS newest, count(*) AS notes FROM bar_changes GROUP BY crypto_id, interval_type
