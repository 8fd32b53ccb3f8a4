"""Lists: asked for, kept under a name, taken away as a table, counted, handed out, searched."""
