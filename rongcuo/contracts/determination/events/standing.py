"""Where a matter stands after an event: notify's tasks follow from that alone."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.message import moment


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a case, a meeting or an appeal stands, and who has to act by when.

    `kind`: determination, meeting or appeal. `holders`: officers with the task, or the
    queue of the leads; empty: the organ's queue.
    `parties`: officers with a part in the matter, who hear nothing of its inside. `apart`: officers who see
    of it only what is for them, its subjects and the recused; `units_apart`: so does everybody of these.
    `readers`: members of the case's meetings, and of an appeal's panel: of the organ's members nobody else
    sees it. `ended`: no task any more.
    """

    kind: str
    matter_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    stage: str
    subject_id: str = ""
    holders: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    units_apart: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    provisional: bool = False
    suspended: bool = False
    ended: bool = False
    due_at: datetime = moment()
