CREATE UNIQUE INDEX IF NOT EXISTS crypto_dashboard_summary_coin ON crypto_dashboard_summary (crypto_id)
