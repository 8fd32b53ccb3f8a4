"""What follows from a mistake. Pure Python; a sub-package for each kind of aggregate."""
