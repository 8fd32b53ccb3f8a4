"""What review is asked about appeals (申诉、复核)."""

from services.review.service.desk import AtTheDesk


class Appeals(AtTheDesk):
    """Appeals (申诉、复核)."""
