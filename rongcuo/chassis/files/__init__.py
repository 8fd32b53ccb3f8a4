"""Files that are written whole, or held by one process."""
