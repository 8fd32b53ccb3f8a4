"""提出、评估: which report it is about, what that has done to the person, and in which words it is told."""

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import (
    AllegationWords,
    ClarificationBegun,
    ClarificationStart,
    ClarificationWithdrawn,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.clarify.domain import grounds
from services.clarify.domain.clarification.beginning import (
    Unfounded,
    require_clearable,
    require_grounds,
    worded,
)
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb


def take_report(case: Facts, unfounded: Unfounded) -> None:
    """Whoever is kept from the report, is kept from the clearing. Raises `clarify.nothing_to_clear`."""
    require_clearable(unfounded.untrue)
    case.report_id, case.report_number = unfounded.report_id, unfounded.report_number
    case.untrue, case.settled = dict(unfounded.untrue), unfounded.settled
    case.apart |= unfounded.apart
    case.namesakes, case.of_report = unfounded.namesakes, unfounded.of_report
    case.engaged |= unfounded.hands


def link_report(case: Facts, unfounded: Unfounded, occasion: Occasion) -> None:
    """Which report an application is about: one that is over. A plan of before is none any more."""
    case.require(Verb.LINK_REPORT, occasion)
    if not unfounded.settled:
        raise CaseError("clarify.report_open")
    take_report(case, unfounded)
    case.allegations = ()
    _forget_plan(case)
    case.step(Verb.LINK_REPORT, occasion, unfounded.report_number)


def assess(case: Facts, codes: tuple[str, ...], effects: str, words: tuple[AllegationWords, ...],
           occasion: Occasion) -> None:
    """影响情形 by the pack's codes, and the words of the allegations. Of other words the person is asked
    anew."""
    case.require(Verb.ASSESS, occasion)
    told, allegations = given(effects, Reader.INSIDE), worded(words, case.untrue)
    require_grounds(codes, occasion)
    if allegations != case.allegations:
        _forget_plan(case)
    case.grounds, case.effects, case.allegations = codes, told, allegations
    case.step(Verb.ASSESS, occasion, " ".join(codes))


def heed_report(case: Facts, settled: bool, occasion: Occasion) -> None:
    """The report is closed, and what was found stands; or it was found otherwise before its end: of that
    nobody was told, and this one is over. What somebody applied for is theirs: no report ends it, they are
    answered."""
    verb = Verb.REPORT_CLOSED if settled else Verb.REPORT_CHANGED
    applied = case.start is ClarificationStart.APPLICATION
    if applied or case.settled or not case.transitions.allow(case.state, verb):
        return
    if settled:
        case.settled = True
        case.step(verb, occasion)
        if grounds.INTERVIEW_ONLY in (case.of_report or ()):     # who was asked knows of it
            case.told = True
            case.record(ClarificationBegun(standing=case.standing(), at=occasion.now))
    else:
        case.go_on(verb, occasion)
        case.record(ClarificationWithdrawn(standing=case.standing(), report_id=case.report_id,
                                           at=occasion.now))


def _forget_plan(case: Facts) -> None:
    case.plan, case.opinion_clock = None, None
