SELECT total_blocks * block_size AS bytes, free_blocks * block_size AS free FROM pragma_database_size()
