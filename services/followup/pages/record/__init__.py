"""动态画像: the record of somebody's own doings, and what they ask to be corrected in it."""
