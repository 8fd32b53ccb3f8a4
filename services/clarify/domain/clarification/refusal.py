"""不予澄清, for which the pack has reasons, and 异议: what somebody who is not cleared says against that,
once; the next level answers it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import organ_above
from rongcuo.policy.pack import Item
from services.clarify.domain.stages import require_not_ahead


@dataclass(frozen=True, kw_only=True)
class Objection:
    """`organ_id`: which organ answers it; `cleared` and `answer` are missing until it has. `stage`: in which
    it was made, of what is late there; `entered_by`: as of an opinion."""

    organ_id: str
    words: str
    objected_at: datetime
    attachments: tuple[AttachmentRef, ...] = ()
    cleared: bool | None = None
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    stage: str = ""
    entered_by: str = ""

    @property
    def uses_up(self) -> bool:
        """There is one; what somebody entered for them, and was in vain, takes theirs from nobody."""
        return not self.cleared and not self.entered_by


def next_level(organ_id: str) -> str:
    """The organ above; above the province there is none, and others of the same organ answer."""
    return organ_above(organ_id) or organ_id


def answered(objection: Objection | None, cleared: bool, answer: str, occasion: Occasion) -> Objection:
    """As the next level answered it. Raises `clarify.move_not_allowed` where there is none."""
    if objection is None:
        raise CaseError("clarify.move_not_allowed")
    return replace(objection, cleared=cleared, answer=answer, answered_by=occasion.actor.officer_id,
                   answered_at=occasion.now)


def require_lodged(lodged_on: date | None, since: datetime | None, occasion: Occasion) -> Occasion:
    """The occasion of that day: what was handed in in time, and entered later, is in time. Not ahead of
    today, nor before what it is against: `clarify.not_then`."""
    if lodged_on is None:
        return occasion
    require_not_ahead(lodged_on, occasion)
    if since is not None and lodged_on < since.astimezone(ZONE).date():
        raise CaseError("clarify.not_then")
    at = datetime.combine(lodged_on, time.max, ZONE)
    return replace(occasion, now=min(at, occasion.now))


def refusal_of(ground: str, occasion: Occasion) -> Item:
    """The pack's reason for not clearing. Raises `clarify.refusal_unknown`."""
    found = occasion.pack.clarification.refusals.get(ground)
    if found is None:
        raise CaseError("clarify.refusal_unknown", details={"code": ground})
    return found
