"""notify (通知): who has to do what by when, and who has been told."""
