"""Aggregates as their contracts' views. Pure: the use cases answer with them, and so do the queries."""
