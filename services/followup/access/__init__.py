"""Who may do what, and sees what: a module for each kind."""
