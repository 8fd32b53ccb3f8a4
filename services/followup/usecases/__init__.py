"""Fetch, tell, commit: a module for each kind."""
