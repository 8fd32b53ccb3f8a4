"""变更备案: what was filed is changed, by a short review of its own."""
