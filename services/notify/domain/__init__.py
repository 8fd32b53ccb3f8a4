"""What notify keeps: matters with their tasks, messages, deliveries, and whom to reach. Pure Python."""
