"""What the service does: fetch, tell, commit. One module for each kind of case, or part of its life."""
