"""followup (回访教育): say in one sentence what it is there for."""
