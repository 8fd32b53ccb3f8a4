"""The pages of problems (问题清单)."""
