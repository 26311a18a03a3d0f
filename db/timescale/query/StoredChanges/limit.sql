SELECT coalesce(nullif(current_setting('timescaledb.max_tuples_decompressed_per_dml_transaction', true), ''), '0')::integer
