"""What review is asked about determinations (容错认定)."""

from services.review.service.desk import AtTheDesk


class Determinations(AtTheDesk):
    """Determinations (容错认定)."""
