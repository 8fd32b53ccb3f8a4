"""What the reporter is told of a false accusation's inquiry, through the vault, and what its insiders call
it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import Address, Addressed, Circumstance, DraftFinding, Hearing
from rongcuo.contracts.clarify import FalseAccusationState as State

ANSWERS: Final[Mapping[Address, str]] = {
    Address.ASKED: "请在{day}前（含当日）在这里说明；没有依据的，也可以如实说明情况。",
    Address.DRAFT: "至少在{day}前（含当日）可以在这里提出意见，看到得晚的，从看到之日起算。",
    Address.FOUND: ("不服的，至少在{day}前（含当日）可以在这里申诉，看到得晚的，从看到之日起算："
                    "您在这里写的都作为申诉，由上级机关没有参与过的人员复查；申诉期满以前，认定不生效。"),
}


def title_of(report_number: str) -> str:
    """By the report's number: no name stands in lists and notices."""
    return f"对举报{report_number}的核查"


def number_after(report_number: str, before: int) -> str:
    """By the report's, too: a row of numbers would count the inquiries. `before`: others of the report."""
    return f"诬核（{report_number}）" + (f"之{before + 1}" if before else "")


RAISED: Final = ("举报反映的人中有由上级管理的，认定改由上级机关审查。原认定不生效，随卷报送；"
                 "您说过、写过的，包括申诉，一并报送，以前的申诉不另作答复。"
                 "上级机关重新认定的，会再告知您；仍然不服的，请从那时起再申诉。")
EFFECTIVE: Final = "申诉的期限已满，认定从今日起生效。对处理决定不服的，可以依照决定书告知的途径申诉。"


def names_of(circumstances: Sequence[Circumstance], occasion: Occasion) -> tuple[str, ...]:
    """As the pack calls them."""
    rule = occasion.pack.false_accusation
    known = {**rule.heavier, **rule.lighter}
    return tuple(known[each.code].name for each in circumstances)


def draft_words(draft: DraftFinding, circumstances: Sequence[str]) -> str:
    """拟认定意见, as the reporter reads it: whole, in one text. `circumstances`: the names of
    heavier and lighter ones."""
    parts = (("一、查明的事实", draft.facts), ("二、关于捏造、伪造", draft.fabrication),
             ("三、关于主观故意", draft.intent), ("四、为什么不属于错告", draft.mistake_excluded),
             ("五、从重、从轻的情节", "；".join(circumstances) or "没有"), ("六、拟处理意见", draft.handling))
    told = [f"{heading}\n{words.strip()}" for heading, words in parts]
    right = ("这是拟认定意见，还没有作出认定。您可以提出意见、说明情况、补充材料；"
             "提出意见不会使您的处境更不利。")
    return "\n".join([*told, right])


def told(about: Address, words: str, until: date | None, occasion: Occasion) -> Addressed:
    """As the reporter reads it, with the day until which they can answer, or complain."""
    by_when = ANSWERS.get(about, "") if until else ""
    day = f"{until.year}年{until.month}月{until.day}日" if until else ""
    return Addressed(words="\n".join(filter(None, (words, by_when.format(day=day)))), about=about,
                     answer_until=until, at=occasion.now)


def addressed(state: State, hearings: Sequence[Hearing], heard: bool) -> Address | None:
    """How the reporter is told that it ended without a finding; None where they know nothing of it, or know
    it already. A mistaken report is always explained."""
    if state is State.MISTAKEN:
        return Address.EXPLAINED
    return Address.CLOSED if hearings and not heard else None
