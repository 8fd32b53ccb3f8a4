"""followup (回访教育): what follows from a mistake, so that nobody is left alone with it."""
