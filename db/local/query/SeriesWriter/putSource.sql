INSERT OR REPLACE INTO bar_sources VALUES (?, ?, ?, ?, ?)
