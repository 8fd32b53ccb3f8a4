"""Cases as their contracts' views. Pure: the questions answer with them."""
