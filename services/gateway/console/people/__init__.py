"""Accounts: one's own, with what one has been told, and those that a registrar looks after."""
