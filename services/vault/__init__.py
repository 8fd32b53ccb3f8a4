"""vault (保管): who reported, which nobody reads alone; and the talk with them, by a pseudonym."""
