"""followup (回访教育): what it takes, tells and answers, and its operations."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import line, moment, next_page, number
from rongcuo.contracts.operation import Command, Query


@dataclass(frozen=True, kw_only=True)
class ProgrammeContent:
    """What people write of it."""

    title: str = line(200, 1)


@dataclass(frozen=True, kw_only=True)
class OpenProgramme(CommandMessage):
    """Open a programme in the actor's own organ."""

    content: ProgrammeContent


@event("followup", "programme_opened")
class ProgrammeOpened(Event):
    """There is a new programme."""

    programme_id: str
    organ_id: str
    title: str
    opened_by: str
    opened_at: datetime = moment()


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
class ProgrammesQuery:
    """The programmes of the actor's own organ, newest first."""

    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class ProgrammesPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[ProgrammeView, ...] = ()
    next_cursor: str = ""


OPEN_PROGRAMME = Command(
    "followup", "open_programme", OpenProgramme, ProgrammeView,
    zh="新建一项", en="Open a programme")
PROGRAMMES = Query(
    "followup", "programmes", ProgrammesQuery, ProgrammesPage,
    zh="本单位的各项,新的在前", en="Those of one's own organ, newest first")
