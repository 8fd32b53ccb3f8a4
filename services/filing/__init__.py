"""filing (报备): takes matters in before the act, and keeps the register of those that were accepted."""
