"""Who may do what, and which rows they see: a table of rights for each kind of case."""
