"""Aggregates as their views. Pure."""
