"""gateway: the HTTP API and the console's host. It has no domain and no tables."""
