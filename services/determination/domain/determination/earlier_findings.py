"""A case is bound by what was found for its subject before: in itself, and in others on the same act."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    APPLIES_NOT,
    Act,
    Consent,
    DecisionTerms,
    Evidence,
    Outcome,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.texts.folding import seen_as
from services.determination.domain.determination.facts import Facts, since
from services.determination.domain.determination.floor import ELSEWHERE, UNNAMED, Floor, Reached, is_named
from services.determination.domain.determination.severity import Said
from services.determination.domain.determination.verbs import Verb

OUTCOMES = frozenset(outcome.value for outcome in Outcome)


class About(Protocol):
    """Whose act it is, and which: of a case, or of what is to become one."""

    @property
    def subject(self) -> Subject: ...

    @property
    def act(self) -> Act: ...

    @property
    def clue_number(self) -> str: ...


def is_about(one: About, other: About) -> bool:
    """The days overlap, and the words (whatever stands between them) or the clue are the same. Of two
    accounts that are called alike, each is somebody else."""
    same = _bare(one.act.what) == _bare(other.act.what) or (
        bool(one.clue_number) and one.clue_number == other.clue_number)
    return same and is_near(one, other)


def is_near(one: About, other: About) -> bool:
    """Of the same person, on days that overlap."""
    accounts = {one.subject.officer_id, other.subject.officer_id} - {""}
    overlap = one.act.since <= other.act.until and other.act.since <= one.act.until
    return len(accounts) < 2 and overlap


def _bare(words: str) -> str:
    """Folded, without punctuation."""
    return "".join(filter(str.isalnum, seen_as(words)))


def require_undecided(case: Facts, other: About, named: bool = True) -> None:
    """What it has decided is changed here, and by no other case about the same act of the same person:
    `determination.decided_before`, with its number where that may be `named`."""
    if case.decisions and is_about(case, other):
        raise CaseError("determination.decided_before", details={"number": case.number} if named else {})


def is_decided_near(case: Facts, other: About) -> bool:
    """Decided, or voted on, about the same person and days that overlap. Whether it is the same act in
    other words, somebody has to look."""
    return bool(case.decisions or case.reached) and is_near(case, other)


def look_beside(case: Facts, others: Iterable[Facts]) -> None:
    """Take in what other cases have found about the same act of the same person."""
    case.beside = tuple(replace(floor, code=ELSEWHERE, evidence=0) for each in others
                        if each.id != case.id and is_about(case, each) for floor in _floors_told(each))


def heed_result(case: Facts, meeting_id: str, found: str, item: str, voters: frozenset[str],
                occasion: Occasion) -> None:
    """The votes on an outcome, or on an `item` of the negative list, are open. An item that applies, and
    what has no majority, were not found for anybody."""
    case.ever_voted |= voters
    if meeting_id == case.on_agenda and (found == APPLIES_NOT if item else found in OUTCOMES):
        reach(case, meeting_id, found, item, voters, occasion)


def reach(case: Facts, meeting_id: str, found: str, item: str, voters: frozenset[str],
          occasion: Occasion) -> None:
    """What a meeting found, once."""
    reached = Reached(meeting_id=meeting_id, found=found, item=item, voters=voters,
                      evidence=len(case.evidence), at=occasion.now)
    known = {(each.meeting_id, each.found, each.item, each.voters) for each in case.reached if not each.anew}
    if (meeting_id, found, item, voters) not in known:
        case.reached += (reached,)


def heed_votes_begun_anew(case: Facts, meeting_id: str, still: Collection[str]) -> None:
    """The meeting votes anew: somebody was recused, or ballots were changed since they were opened. What
    stands is on the items `still` open, "" for the outcome."""
    case.reached = tuple(
        replace(each, anew=each.anew or (each.meeting_id == meeting_id and each.item not in still))
        for each in case.reached)


def require_uncounted(case: Facts, officer_id: str) -> None:
    """No vote is taken away by what one person wills: `determination.vote_counted`."""
    if officer_id in counted(case):
        raise CaseError("determination.vote_counted", details={"officer_id": officer_id})


def counted(case: Facts) -> frozenset[str]:
    """Whose votes are open and stand, before there is a decision; of an appeal, who hears it, once one of
    them has spoken."""
    if case.state is not State.MEETING:
        return case.speaking
    signed = frozenset() if recused_voters(case) else case.voters
    return signed.union(*(each.voters for each in standing_votes(case)))


def recused_voters(case: Facts) -> frozenset[str]:
    """Who voted on the resolution and was recused since: no vote is to be had without its voter."""
    return case.voters & case.recused


def standing_votes(case: Facts) -> tuple[Reached, ...]:
    """What was found at the meeting before which the case is, in a round that counts, and has all its
    voters still."""
    return tuple(each for each in case.reached if case.on_agenda and not each.anew
                 and each.meeting_id == case.on_agenda and not each.voters & case.recused)


def outcome_stands(case: Facts) -> bool:
    """Whether the votes on an outcome are open, and wait to be signed."""
    return any(not each.item for each in standing_votes(case))


def revoked_here(case: Facts) -> bool:
    """Whether the organ that has it now has revoked a decision in it."""
    return Verb.REVOKE in {entry.what for entry in since(case, Verb.HAND_UP)}


def floors(case: Facts) -> tuple[Floor, ...]:
    """What nothing that is decided now may be heavier than, but for new evidence."""
    return (*_own_floors(case), *case.beside)


def resolved_too_heavy(case: Facts) -> bool:
    """Whether to carry out the meeting's outcome would pass a floor, and nothing new allows it."""
    return bool(case.resolved) and any(
        floor.is_passed_by(Outcome(case.resolved), _held_against(case)) and not new_since(case, floor)
        for floor in floors(case))


def require_within_floors(case: Facts, outcome: Outcome, terms: DecisionTerms, consent: Consent | None,
                          occasion: Occasion) -> None:
    """New evidence allows what is heavier only where the reasons name it."""
    for floor in floors(case):
        new = new_since(case, floor)
        if not any(is_named(item, terms.reasons) for item in new):
            floor.require_no_heavier(Said(outcome, terms), _held_against(case), consent,
                                     UNNAMED if new else floor.code, occasion)


def new_since(case: Facts, floor: Floor) -> tuple[Evidence, ...]:
    """The evidence that came after it, was shown to the subject, and answered by them."""
    answered = _answered(_heard(case)).count(Verb.ADD_EVIDENCE)
    return tuple(item for item in case.evidence[floor.evidence:answered] if floor.is_new(item))


def _floors_told(case: Facts) -> tuple[Floor, ...]:
    """What binds other cases: the decision that holds, or what is left of those before it."""
    holding = case.current
    return (Floor.of_decision(holding, case.number, case.evidence),) if holding else _own_floors(case)


def _own_floors(case: Facts) -> tuple[Floor, ...]:
    """What was revoked, and what meetings found; what holds is changed by other steps."""
    if case.current:
        return ()
    reached = tuple(Floor.of_votes(each, case.number, case.evidence) for each in case.reached)
    if not case.decisions:
        return reached
    later = [entry.what for entry in since(case, Verb.REVOKE)].count(Verb.ADD_EVIDENCE)
    before = case.evidence[:len(case.evidence) - later]
    return (Floor.of_decision(case.decisions[-1], case.number, before), *reached)


def _held_against(case: Facts) -> frozenset[str]:
    return frozenset((*case.hits, *case.applying))


def _heard(case: Facts) -> tuple[str, ...]:
    """What happened, but for words of the subject's that others wrote down without any paper, or that are
    not there: nobody answers for them."""
    theirs = iter(bool(said.attachments) or not said.taken_by for said in case.statements)
    return tuple(entry.what for entry in case.history
                 if entry.what != Verb.RECORD_STATEMENT or next(theirs, False))


def _answered(whats: tuple[str, ...]) -> tuple[str, ...]:
    """Those before the facts that the subject was shown last and answered."""
    for awaited in (Verb.RECORD_STATEMENT, Verb.WRITE_FACTS_MATERIAL):
        whats = whats[:len(whats) - 1 - whats[::-1].index(awaited)] if awaited in whats else ()
    return whats
