"""Events on their way out: kept with their cause, sent by the relay or from memory."""
