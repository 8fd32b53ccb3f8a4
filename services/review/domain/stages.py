"""The stages of a pack that review runs. The joint meeting (联席会议) will stand after verification."""

PRELIMINARY_REVIEW = "preliminary_review"
VERIFICATION = "verification"
