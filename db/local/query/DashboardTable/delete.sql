DELETE FROM crypto_dashboard_summary WHERE crypto_id = ?
