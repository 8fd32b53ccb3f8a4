"""One command, event, tick or question: its transaction, with everything that commits together."""
