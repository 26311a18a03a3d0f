SELECT set_config('timescaledb.max_tuples_decompressed_per_dml_transaction', '0', true)
