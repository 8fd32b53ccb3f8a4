"""insight (看板): figures of what the other services did, counted as they tell of it."""
