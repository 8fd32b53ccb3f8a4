"""Files that are written whole, held by one process, or tried."""
