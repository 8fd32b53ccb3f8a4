"""Texts as people write, read and look for them. Pure: knows nothing else of ours."""
