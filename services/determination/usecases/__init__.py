"""What review does: fetch, tell, commit. One module for each kind of matter, or part of its life."""
