"""The pages of inquiries into a false accusation (诬告陷害)."""
