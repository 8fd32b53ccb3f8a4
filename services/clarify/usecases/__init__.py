"""What can be done with reports: fetch, tell, commit."""
