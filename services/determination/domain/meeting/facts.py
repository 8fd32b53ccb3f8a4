"""What guards, events and minutes read of a joint meeting."""

from datetime import datetime
from typing import Protocol

from rongcuo.casework.apart import Somebody
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import MeetingState
from services.determination.domain.meeting.agenda import Agenda
from services.determination.domain.meeting.attendance import Attendance
from services.determination.domain.meeting.items import AgendaItem


class Facts(Protocol):
    """A meeting as it stands: see JointMeeting."""

    id: str
    number: str
    title: str
    place: str
    organ_id: str
    division_code: str
    pack_id: str
    convener_id: str
    chair_id: str
    attendance: Attendance
    agenda: Agenda
    meets_at: datetime
    met_at: datetime | None
    since: datetime
    state: MeetingState
    minutes: str
    signatures: tuple[str, ...]

    @property
    def over(self) -> bool: ...

    @property
    def holders(self) -> tuple[str, ...]: ...

    @property
    def attended(self) -> frozenset[str]: ...

    @property
    def keeper(self) -> str: ...

    @property
    def signers(self) -> tuple[str, ...]: ...

    @property
    def next_to_sign(self) -> str: ...

    def kept_from(self, somebody: Somebody) -> frozenset[str]: ...

    def presiding(self, case_id: str) -> str: ...

    def awaited(self, item: AgendaItem) -> tuple[str, ...]: ...

    def voters_wanted(self, occasion: Occasion) -> int: ...

    def voters_missing(self, item: AgendaItem, occasion: Occasion) -> int: ...
