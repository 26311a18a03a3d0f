SET LOCAL statement_timeout = ?
