"""What services say to each other: actors, commands, views, events and errors."""
