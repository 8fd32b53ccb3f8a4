"""The common shape of events that say where a matter stands afterwards: who declares one is followed.

notify keeps the matter's task, its deadline and its holders by it, and tells whom the change concerns;
documents keeps who sees the matter's letters, and draws up the one that the service brings for the event
(its `letters.yaml`), filled with the event's own fields. Neither is edited for another service's events.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from rongcuo.contracts.events import Event
from rongcuo.contracts.fields import moment


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a matter stands, and who has to act by when.

    `kind`: a `notify.MatterKind`, such as determination, meeting or appeal.
    `subject_id`: whose it is, once they have heard of it; empty before.
    `holders`: officers with the task, or the queue of the leads; empty: the organ's queue.
    `parties`: officers with a part in the matter, who hear nothing of its inside; of an open appeal also who
    had a hand in the case. `apart`: officers who see of it only what is for them, its subjects and the
    recused; `units_apart`: so does everybody of these. `keys_apart`: whoever is known by one of these keys
    (`rongcuo/casework/apart.py`), also by name alone and whenever they come, neither sees nor hears of it,
    but for what is their own; whatever follows from the matter is kept from all of these too (`apart_of`).
    `readers`: members of the case's meetings, and of an appeal's panel: of the
    organ's members nobody else sees it, and whoever is named no more does so no more.
    `ended`: no task any more.
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
    keys_apart: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    provisional: bool = False
    suspended: bool = False
    ended: bool = False
    due_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CaseMoved(Event):
    """What an event of the shape inherits. Where it has them, `what`, the verb of a step, and `concerns`, the
    officers it is about, are read as in `DeterminationMoved`.

    `subject_told`: the words in the service's own `messages.yaml` that the matter's subject is told with it;
    `holders_told`: those for whoever has the task that begins with it; `steps_told`, by the verb of a step:
    those for whoever has the task, and for the leads. `steps_by_the_day`: of these messages, those that
    follow at once upon what somebody does who must not be traced: when they were sent, others learn by the
    day.
    """

    subject_told: ClassVar[str] = ""
    holders_told: ClassVar[str] = "stage_begun"
    steps_told: ClassVar[Mapping[str, str]] = {}
    steps_by_the_day: ClassVar[frozenset[str]] = frozenset()
    standing: Standing
