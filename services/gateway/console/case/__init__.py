"""A case of any kind: what it consists of, who has it, what can be done to it, its letters."""
