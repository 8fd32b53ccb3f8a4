"""What the others tell becomes letters: numbered here, made a moment later."""

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.confirmation import ConfirmEvent, confirm_event
from rongcuo.contracts.determination import AppealDecided, AppealLodged, AppealMoved, DeterminationMade
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import (
    FilingAccepted,
    FilingDeclined,
    FilingObjectionDecided,
    FilingSubmitted,
    FilingSupplemented,
)
from rongcuo.contracts.identity import OrgansQuery
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.contracts.review import ReviewerRecused, SupplementRequested
from rongcuo.contracts.serialisation import dump
from services.documents.domain.kinds import kind_of
from services.documents.domain.letter import Letter
from services.documents.domain.matter import Matter
from services.documents.domain.of_brought import wanted_of_brought
from services.documents.domain.of_determinations import Rulebook, wanted_of_case
from services.documents.domain.of_filings import wanted_of_filing
from services.documents.domain.wanted import Wanted
from services.documents.ports import Papers
from services.documents.usecases.numbering import number, within_reach

SaysOfItself = FilingSubmitted | FilingSupplemented
CallsForLetter = FilingAccepted | FilingDeclined | FilingObjectionDecided | SupplementRequested


def hear_filing(context: ExecutionContext[Papers], matter_id: str,
                event: SaysOfItself | CallsForLetter) -> None:
    """An event about a filing, told by filing or by review. Before the filing itself is known it waits."""
    name = "" if isinstance(event, SaysOfItself) else organ_asked(context, event.organ_id)
    if isinstance(event, CallsForLetter):
        require_confirmed(context, event)
    with context.unit() as unit:
        matter = unit.store.matter(matter_id)
        letters = [letter for each, organ_name in matter.hear(event, name)
                   for letter in _letters(context, unit.store, matter, each, organ_name)]
        unit.commit(matter, *letters)


def _letters(context: ExecutionContext[Papers], store: Papers, matter: Matter, event: Event,
             organ_name: str) -> list[Letter]:
    wanted = wanted_of_filing(matter, event, context.rules.pack_by_id(matter.known.pack_id))
    return number(context, store, wanted, organ_name)


def hear_case(context: ExecutionContext[Papers], event: CaseMoved) -> None:
    """An event that says where its matter stands: each may keep the matter's letters from more people. Where
    it calls for a letter it brings along all that this one needs."""
    wanted, name = wanted_by(context, event), ""
    if wanted:
        name = organ_asked(context, event.standing.organ_id)
        require_confirmed(context, event)
    with context.unit() as unit:
        matter = unit.store.matter(wanted.matter_id if wanted else _whose(event))
        before = matter.excluded
        matter.exclude(event.standing, event)
        revoked = _revoked(unit, wanted) if wanted and kind_of(wanted.kind).revokes else []
        letters = number(context, unit.store, wanted, name) if wanted else []
        unit.commit(*([matter] if matter.excluded != before else []), *revoked, *letters)


def _whose(event: CaseMoved) -> str:
    """The matter whose letters these are: those of an appeal are its case's."""
    of_an_appeal = AppealLodged | AppealMoved | AppealDecided
    return event.case_id if isinstance(event, of_an_appeal) else event.standing.matter_id


def hear_recusal(context: ExecutionContext[Papers], event: ReviewerRecused) -> None:
    """Barred in a filing's review."""
    with context.unit() as unit:
        matter = unit.store.matter(event.case_id)
        matter.recuse(event.officer_id)
        unit.commit(matter)


def wanted_by(context: ExecutionContext[Papers], event: CaseMoved) -> Wanted | None:
    """The letter that an event calls for."""
    judged = run = context.rules.pack_by_id(event.standing.pack_id)
    if isinstance(event, DeterminationMade):
        judged = context.rules.pack(event.standing.division_code, event.act.since)
    return wanted_of_case(event, Rulebook(run, judged)) or wanted_of_brought(event, context.event_id)


def _revoked(unit: UnitOfWork[Papers], wanted: Wanted) -> list[Letter]:
    """With the decision all that the matter's letters tell of it, and of those before it; that one was
    revoked before stays true."""
    letters = [letter for letter in within_reach(unit.store, wanted) if not kind_of(letter.kind).revokes]
    for letter in letters:
        letter.revoke(wanted.facts["reasons"])
        unit.audit("letter.revoked", letter.id)
    return letters


def require_confirmed(context: ExecutionContext[Papers], event: Event) -> None:
    """No letter is numbered, signed or revoked on a message's word alone: whoever decided is asked whether
    the decision stands in their own records. Raises `letter.not_confirmed`; asked before the unit of work."""
    question = ConfirmEvent(event_id=context.event_id, type_name=event.type_name(), data=dump(event))
    if not context.ask(confirm_event(event.source), question).confirmed:
        raise CaseError("letter.not_confirmed", details={"event_id": context.event_id})


def organ_asked(context: ExecutionContext[Papers], organ_id: str) -> str:
    """The organ's name as identity knows it; asked before the unit of work."""
    division_code = organ_id.partition(".")[0]
    found = context.ask(ORGANS, OrgansQuery(division_code=division_code))
    return next((organ.name for organ in found.organs if organ.organ_id == organ_id), organ_id)
