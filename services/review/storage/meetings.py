"""Joint meetings as rows."""

from sqlalchemy.orm import Session


class MeetingRows:
    """The seat of joint meetings (ports.Meetings) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
