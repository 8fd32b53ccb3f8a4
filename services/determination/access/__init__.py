"""Who may do what, and which rows they see: one table for each kind of case."""
