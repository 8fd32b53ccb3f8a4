"""county: a node's face to the hub."""
