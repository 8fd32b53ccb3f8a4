"""identity: organs, officers in their posts, and who signs in."""
