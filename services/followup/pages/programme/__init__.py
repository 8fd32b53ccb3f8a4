"""The pages of programmes (回访教育)."""
