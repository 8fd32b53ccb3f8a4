"""documents (文书与附件): files in, letters out."""
