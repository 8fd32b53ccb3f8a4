"""What every page has: layout, language, dates and labels, forms and what was wrong in them."""
