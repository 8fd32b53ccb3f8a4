"""What can be done in the vault."""
