"""The pages of the casebook, its guides, and who has read those."""
