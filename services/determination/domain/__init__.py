"""Determinations (容错认定), the joint meetings before which they come, appeals against them, and clues."""
