"""The pages of clearings (澄清正名)."""
