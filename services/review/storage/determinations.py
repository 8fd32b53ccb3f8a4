"""Determinations as rows."""

from sqlalchemy.orm import Session


class DeterminationRows:
    """The seat of determinations (ports.Determinations) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
