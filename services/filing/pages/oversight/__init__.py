"""The pages of the later life of a filing."""
