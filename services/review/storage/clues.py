"""Disposals of clues as rows."""

from sqlalchemy.orm import Session


class ClueRows:
    """The seat of disposals of clues (ports.Clues) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
