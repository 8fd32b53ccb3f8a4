"""What is answered about a programme."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.fields import moment
from rongcuo.contracts.followup.programme.content import ProgrammeContent


@dataclass(frozen=True, kw_only=True)
class ProgrammeView:
    """A programme, as it is shown. `noted_at`: when its event had come round."""

    programme_id: str
    organ_id: str
    content: ProgrammeContent
    opened_by_name: str
    opened_at: datetime = moment()
    noted_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class ProgrammesPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[ProgrammeView, ...] = ()
    next_cursor: str = ""
