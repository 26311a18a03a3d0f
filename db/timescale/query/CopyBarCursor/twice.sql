SELECT count(*) AS times, to_char(min(datetime), 'YYYY-MM-DD HH24:MI:SS') AS first
FROM (
    SELECT (to_timestamp(extract(epoch FROM datetime)) AT TIME ZONE 'UTC') AS datetime
    FROM crypto_prices
    WHERE crypto_id = ? AND interval_type = ?
    GROUP BY datetime
    HAVING count(*) > 1
) t
HAVING count(*) > 0
