"""What happens on a node's line: fetch, tell, commit."""
