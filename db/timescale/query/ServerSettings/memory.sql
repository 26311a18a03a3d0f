SELECT pg_read_file('/proc/meminfo', 0, 200, true)
