"""Reports, and what follows from them."""
