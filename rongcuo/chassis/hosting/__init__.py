"""Services in a process: started, kept running, watched, stopped."""
