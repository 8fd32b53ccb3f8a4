"""The pages of changes of filings."""
