"""The pages of proposals (建议书): for the organ that makes one, and for the unit that it is addressed to."""
