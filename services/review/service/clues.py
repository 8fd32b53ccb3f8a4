"""What review is asked about disposals of clues (问题线索处置)."""

from services.review.service.desk import AtTheDesk


class Clues(AtTheDesk):
    """Disposals of clues (问题线索处置)."""
