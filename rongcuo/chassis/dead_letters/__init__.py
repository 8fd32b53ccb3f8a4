"""Messages that could not be worked on: caught, kept, sent again."""
