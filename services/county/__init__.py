"""county (专线): a node's face to the hub: what goes up, what comes down, and what waits meanwhile."""
