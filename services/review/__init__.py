"""review (审查): says of every filing who decides on it, by when, and how it was decided."""
