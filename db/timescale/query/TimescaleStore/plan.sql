-- Planned, not run: the server looks up every chunk for that, once a connection.
EXPLAIN SELECT crypto_id, datetime, close_price FROM crypto_prices WHERE interval_type = '1h' AND crypto_id IN (0)
