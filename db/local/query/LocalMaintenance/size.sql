SELECT free_blocks * block_size AS free FROM pragma_database_size()
