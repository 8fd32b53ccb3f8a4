"""Reported practice as facts (`*.yaml`), and the one place that puts them into the platform's commands."""
