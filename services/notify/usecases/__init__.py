"""What notify does: fetch, tell, commit. One module for each part of it."""
