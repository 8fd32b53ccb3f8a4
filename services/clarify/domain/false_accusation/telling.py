"""What the reporter is told of a false accusation's inquiry, through the vault, and what its insiders call
it."""

from collections.abc import Sequence

from rongcuo.contracts.clarify import Address, DraftFinding, Hearing
from rongcuo.contracts.clarify import FalseAccusationState as State


def title_of(report_number: str) -> str:
    """By the report's number: no name stands in lists and notices."""
    return f"对举报{report_number}的核查"


def draft_words(draft: DraftFinding) -> str:
    """拟认定意见, as the reporter reads it: whole, in one text."""
    parts = (("一、查明的事实", draft.facts), ("二、关于捏造、伪造", draft.fabrication),
             ("三、关于主观故意", draft.intent), ("四、为什么不属于错告", draft.mistake_excluded),
             ("五、拟处理意见", draft.handling))
    told = [f"{heading}\n{words.strip()}" for heading, words in parts]
    right = ("这是拟认定意见，还没有作出认定。您可以提出意见、说明情况、补充材料；"
             "提出意见不会使您的处境更不利。")
    return "\n".join([*told, right])


def addressed(state: State, hearings: Sequence[Hearing], told: bool) -> Address | None:
    """How the reporter is told that it ended without a finding; None where they know nothing of it, or know
    it already. A mistaken report is always explained."""
    if state is State.MISTAKEN:
        return Address.EXPLAINED
    return Address.CLOSED if hearings and not told else None
