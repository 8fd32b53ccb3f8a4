"""Appeals as rows."""

from sqlalchemy.orm import Session


class AppealRows:
    """The seat of appeals (ports.Appeals) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
