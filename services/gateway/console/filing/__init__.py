"""报备: filings, and the wizard that makes one."""
