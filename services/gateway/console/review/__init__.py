"""审查: the work list and the review of a filing."""
