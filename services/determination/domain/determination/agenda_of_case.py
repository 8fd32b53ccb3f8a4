"""The case before a joint meeting: what it asks, whom it bars, and what the members resolved.

What a meeting and its cases have to say to each other is committed together.
"""

from collections.abc import Mapping

from rongcuo.casework.apart import Somebody
from rongcuo.casework.case import given
from rongcuo.casework.gaps import require_none
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    APPLIES,
    APPLIES_NOT,
    NO_MAJORITY,
    NegativeAnswer,
    Outcome,
    Overturned,
    Question,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.pack import Barred
from services.determination.domain.determination.assessment import unassessed
from services.determination.domain.determination.earlier_findings import reach
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.recusal_applications import require_recusals_answered
from services.determination.domain.determination.verbs import Verb
from services.determination.domain.meeting.items import AgendaQuestion

CONVENE = "convene"   # what the meeting is, the case is asked before it


def awaits_meeting(case: Facts) -> bool:
    """It is to come before a meeting, and before none yet."""
    return case.state is State.MEETING and not case.resolved and not case.on_agenda


def require_for_meeting(case: Facts, occasion: Occasion) -> None:
    """Reported, fully assessed, before no other meeting, no recusal asked for:
    `determination.not_ready_for_meeting`, `determination.recusal_unanswered`."""
    missing = unassessed(case)
    if missing or not (case.report and awaits_meeting(case)):
        raise CaseError("determination.not_ready_for_meeting", details={
            "case_id": case.id, "state": case.state.value, "assessors_missing": missing,
            "on_agenda": case.on_agenda, "resolved": case.resolved})
    require_recusals_answered(case)
    require_none(case.missing(CONVENE, occasion), occasion)


def questions(case: Facts) -> tuple[AgendaQuestion, ...]:
    """Each disputed item of the negative list, then the outcome."""
    disputed = (AgendaQuestion(Question.NEGATIVE_ITEM, (APPLIES, APPLIES_NOT), item,
                               case.yardstick.negative_items[item]) for item in _disputed(case))
    return (*disputed, AgendaQuestion(Question.OUTCOME, case.yardstick.outcomes))


def bars(case: Facts, somebody: Somebody) -> RecusalGround | None:
    """Why somebody has no vote on this case; None for whoever is free."""
    officer_id = somebody.officer_id
    if ground := case.parties.ground(officer_id, somebody.units, case.recusals):
        return ground
    by_rule = {Barred.CLUE_HANDLER.value: case.clue_handlers, Barred.TEAM.value: case.ever_held}
    barred = case.is_apart(somebody) or any(
        officer_id in by_rule[who] for who in case.yardstick.barred)
    return RecusalGround.OTHER if officer_id and barred else None


def put_on_agenda(case: Facts, meeting_id: str, occasion: Occasion,
                  members: frozenset[str] = frozenset()) -> None:
    """A meeting was convened about it. Its `members` may read the case from now on."""
    case.note_acknowledged(CONVENE, occasion)
    case.on_agenda = meeting_id
    case.meeting_ids = (*case.meeting_ids, meeting_id)
    case.readers |= members
    case.at_meetings |= {occasion.actor.officer_id}
    case.note("put_on_agenda", occasion)
    case.tell("put_on_agenda", occasion)


def admit(case: Facts, meeting_id: str, members: frozenset[str], occasion: Occasion) -> None:
    """Substitutes were called to the meeting before which it is. They may read the case from now on."""
    if case.on_agenda == meeting_id:
        case.readers |= members
        case.at_meetings |= {occasion.actor.officer_id}


def take_off_agenda(case: Facts, meeting_id: str, occasion: Occasion) -> None:
    """The meeting was cancelled, or found no majority. Another one may take the case up."""
    if case.on_agenda == meeting_id:
        case.on_agenda = ""
        case.note("take_off_agenda", occasion)
        case.tell("take_off_agenda", occasion)


def resolve(case: Facts, meeting_id: str, outcome: str, negative_results: Mapping[str, bool],
            voters: frozenset[str], occasion: Occasion, signers: frozenset[str] = frozenset()) -> None:
    """The members signed what they found. An item that applies denies tolerance, whatever else was said.

    Without a majority nothing is resolved, and the case waits for another meeting.
    """
    case.require(Verb.RESOLVE, occasion)
    if meeting_id != case.on_agenda:
        raise CaseError("determination.not_on_agenda", details={"meeting_id": meeting_id})
    for voter in voters:
        case.require_free(voter, frozenset())
    case.ever_voted, case.at_meetings = case.ever_voted | voters, case.at_meetings | signers
    applying = tuple(item for item, applies in negative_results.items() if applies)
    asked = not set(_disputed(case)) - negative_results.keys()
    if not applying and (outcome == NO_MAJORITY or not asked):
        return take_off_agenda(case, meeting_id, occasion)
    case.resolved = (Outcome.DENIED if applying else Outcome(outcome)).value
    case.applying, case.voters, case.on_agenda = applying, voters, ""
    reach(case, meeting_id, case.resolved, "", voters, occasion)
    return case.step(Verb.RESOLVE, occasion)


def standing_items(case: Facts) -> tuple[str, ...]:
    """Items of the negative list that apply: hit, or found so by the meeting, and not overturned."""
    overturned = {each.item for each in case.current.overturned} if case.current else set()
    return tuple(sorted({*case.hits, *case.applying} - overturned))


def require_gate(case: Facts, outcome: Outcome, overturned: tuple[Overturned, ...] = ()) -> None:
    """No outcome but denial while an item stands; a panel says of each why it does not apply."""
    for each in overturned:
        given(each.reason, Reader.SUBJECT)
    standing = set(standing_items(case)) - {each.item for each in overturned}
    if standing and outcome is not Outcome.DENIED:
        raise CaseError("determination.negative_item_stands", details={"items": sorted(standing)})


def _disputed(case: Facts) -> tuple[str, ...]:
    return tuple(item for item, found in case.negative_findings.items()
                 if found.answer is NegativeAnswer.DISPUTED)
