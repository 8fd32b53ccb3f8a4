"""The stages of a pack that review runs."""

PRELIMINARY_REVIEW = "preliminary_review"
VERIFICATION = "verification"
