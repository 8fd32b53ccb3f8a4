"""Officers in their posts, and what they sign in with. Pure Python."""
