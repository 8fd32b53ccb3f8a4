"""province: the hub, where the lines of all nodes end."""
