"""What review is asked about joint meetings (联席会议)."""

from services.review.service.desk import AtTheDesk


class Meetings(AtTheDesk):
    """Joint meetings (联席会议)."""
