"""What is told of appeals."""

from datetime import datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.determination.enums import Outcome
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment


@event("determination", "appeal_lodged")
class AppealLodged(CaseMoved):
    """申诉: the subject appeals against a decision."""

    case_id: str
    decision_id: str
    lodged_at: datetime = moment()


@event("determination", "appeal_moved")
class AppealMoved(CaseMoved):
    """A step of an appeal: form_panel, speak (one of the panel has said how they would decide, or signed what
    a colleague says; what it is, no event tells), no_majority (as the last of them, and no more than half
    agree), withdraw, new_calendar, recuse (whom the case bars), post_ended (of somebody on the panel)."""

    case_id: str
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("determination", "appeal_decided")
class AppealDecided(CaseMoved):
    """`upheld`: the decision stands; otherwise the one in its place, of the same outcome or a milder one,
    follows as `DeterminationMade` of the case. `discipline_form`: of the decision that holds now; earlier
    events do not say."""

    case_id: str
    decision_id: str
    upheld: bool
    reasons: str
    outcome: Outcome = chosen()
    decided_at: datetime = moment()
    discipline_form: int | None = None
