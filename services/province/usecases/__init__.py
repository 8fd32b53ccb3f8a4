"""What the hub does: fetch, tell, commit."""
