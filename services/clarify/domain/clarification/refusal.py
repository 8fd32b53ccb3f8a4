"""不予澄清, for which the pack has reasons, and 异议: what somebody who is not cleared says against that,
once; the next level answers it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClearingOpinion, ReportOutcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.divisions import organ_above
from rongcuo.policy.pack import Item
from services.clarify.domain import grounds


@dataclass(frozen=True, kw_only=True)
class Objection:
    """`organ_id`: which organ answers it; `cleared` and `answer` are missing until it has."""

    organ_id: str
    words: str
    objected_at: datetime
    attachments: tuple[AttachmentRef, ...] = ()
    cleared: bool | None = None
    answer: str = ""
    answered_by: str = ""


def next_level(organ_id: str) -> str:
    """The organ above; above the province there is none, and others of the same organ answer."""
    return organ_above(organ_id) or organ_id


def answered(objection: Objection | None, cleared: bool, answer: str, occasion: Occasion) -> Objection:
    """As the next level answered it. Raises `clarify.move_not_allowed` where there is none."""
    if objection is None:
        raise CaseError("clarify.move_not_allowed")
    return replace(objection, cleared=cleared, answer=answer, answered_by=occasion.actor.officer_id)


def is_borne_out(ground: str, untrue: Mapping[str, ReportOutcome], opinion: ClearingOpinion | None) -> bool:
    """Without a linked report there is one ground only, as any other would tell that there is a report; and
    it is none where something was found untrue. Nobody declines who has not said so."""
    if ground == grounds.NOTHING_UNTRUE:
        return not untrue
    declined = opinion is not None and not opinion.agrees
    return bool(untrue) and (declined or ground != grounds.PERSON_DECLINES)


def refusal_of(ground: str, occasion: Occasion) -> Item:
    """The pack's reason for not clearing. Raises `clarify.refusal_unknown`."""
    found = occasion.pack.clarification.refusals.get(ground)
    if found is None:
        raise CaseError("clarify.refusal_unknown", details={"code": ground})
    return found
