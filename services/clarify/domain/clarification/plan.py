"""一澄清一方案: what is said to whom. Only of the allegations, in the words that are on file, with no overall
verdict and without a trace of who reported; there is no other text in it."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClearedAllegation,
    ClearingOpinion,
    Concerned,
    Plan,
    ReportOutcome,
    Said,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.stages import require_not_ahead

MODES: Final[Mapping[ClarificationMode, str]] = {
    ClarificationMode.WRITTEN: "书面", ClarificationMode.IN_PERSON: "当面",
    ClarificationMode.MEETING: "会议", ClarificationMode.CIRCULAR: "通报",
}
CLEARED = "现予以澄清。"


def require_sound(plan: Plan, known: Sequence[ClearedAllegation],
                  untrue: Mapping[str, ReportOutcome]) -> None:
    """Of all that was found untrue, in the words that are on file, written always, and each mode once: what
    is left out would be refused, without a ground and an objection. Raises `clarify.beyond_allegations`,
    `clarify.allegations_left_out`, `clarify.written_always`."""
    if beyond := set(plan.allegations) - {each.allegation_id for each in known}:
        raise CaseError("clarify.beyond_allegations", details={"allegations": sorted(beyond)})
    if left_out := untrue.keys() - set(plan.allegations):
        raise CaseError("clarify.allegations_left_out", details={"allegations": sorted(left_out)})
    modes = [each.mode for each in plan.audiences]
    if ClarificationMode.WRITTEN not in modes or len(modes) != len(set(modes)):
        raise CaseError("clarify.written_always")


def require_heeded(plan: Plan, opinion: ClearingOpinion | None) -> None:
    """What is more or less than the person wishes says why; otherwise `clarify.against_opinion`."""
    if opinion is None:
        return
    otherwise = (modes_of(plan) ^ set(opinion.modes)) - {ClarificationMode.WRITTEN}
    if otherwise or not opinion.agrees:
        given(plan.despite, Reader.INSIDE, "clarify.against_opinion")


def is_own(opinion: ClearingOpinion) -> bool:
    """They gave it themselves; nobody entered it for them."""
    return not opinion.entered_by


def require_given_then(opinion: ClearingOpinion, asked: DeadlineClock | None, occasion: Occasion) -> None:
    """On no day before they were asked, nor ahead of today: `clarify.opinion_before_asking`."""
    require_not_ahead(opinion.given_on, occasion)
    if asked is not None and opinion.given_on < asked.started.astimezone(ZONE).date():
        raise CaseError("clarify.opinion_before_asking", details={"day": opinion.given_on.isoformat()})


def modes_of(plan: Plan) -> frozenset[ClarificationMode]:
    """Those in which somebody is to be cleared."""
    return frozenset(each.mode for each in plan.audiences)


def said_of(plan: Plan, known: Sequence[ClearedAllegation]) -> tuple[str, ...]:
    """A line for each allegation: what was reported, what was found, and that it is cleared."""
    return tuple(f"反映：{_one_line(each.words)} 经查：{_one_line(each.conclusion)} {CLEARED}"
                 for each in known if each.allegation_id in plan.allegations)


def preview(plan: Plan, concerned: Concerned, known: Sequence[ClearedAllegation]) -> tuple[Said, ...]:
    """What will be said in each mode, to whom."""
    whom = f"{concerned.unit}{concerned.post}{concerned.name}" if concerned.post else concerned.name
    lines = (f"关于反映{whom}有关问题的核查情况", *said_of(plan, known),
             f"以上澄清仅针对上述具体问题，不是对{concerned.name}的全面评价。")
    return tuple(Said(to=each.who, lines=lines, mode=each.mode) for each in plan.audiences)


def digest_of(said: Said) -> str:
    """SHA-256 of the lines, by which the record says which words were spoken."""
    return sha256("\n".join(said.lines).encode()).hexdigest()


def others_words(plan: Plan) -> tuple[str, ...]:
    """Who else hears of it, as the papers of before it have that."""
    told = (f"函告：{plan.personnel_body}",) if plan.personnel_body else ()
    return (*told, *(f"请其配合：{each}" for each in plan.units))


def beyond(plan: Plan | None, personnel_body: str, units: Iterable[str]) -> tuple[str, ...]:
    """Who was told or asked, and was not in the plan: neither the person nor the head knew of it."""
    planned = {*plan.units, plan.personnel_body} if plan else set()
    return tuple(dict.fromkeys(each for each in (personnel_body, *units) if each and each not in planned))


def audience_words(plan: Plan) -> tuple[str, ...]:
    """Mode by mode, as the letters have it."""
    return tuple(f"{MODES[each.mode]}：{each.who}" + (f"（{each.place}）" if each.place else "")
                 for each in plan.audiences)


def opinion_words(opinion: ClearingOpinion | None) -> str:
    """本人意见 in one line, for the form."""
    if opinion is None:
        return "已征求，逾期未答复"
    agreed = "、".join(MODES[each] for each in opinion.modes)
    said = f"同意（{agreed}）" if opinion.agrees and agreed else "同意" if opinion.agrees else "不同意"
    return f"{said}，{opinion.given_on.isoformat()}" + (f"：{opinion.words}" if opinion.words else "")


def _one_line(words: str) -> str:
    return " ".join(words.split())
