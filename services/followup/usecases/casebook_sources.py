"""The concluded matter that a case is told from, asked of its own service as the actor: who may not see it
tells nothing of it."""

from collections.abc import Iterable

from rongcuo.casework.apart import keys_of
from rongcuo.casework.people import Holder, Person
from rongcuo.contracts import followup as contract
from rongcuo.contracts.clarify import ClarificationQuery, ClarificationState, ClarificationView
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION
from rongcuo.contracts.determination import DecisionStanding, DeterminationQuery, DeterminationView
from rongcuo.contracts.determination.operations import DETERMINATION
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing.oversight.commands import OversightQuery
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from rongcuo.contracts.filing.oversight.views import OversightView
from rongcuo.contracts.followup import EntrySource, EntrySourceKind
from rongcuo.contracts.review import RecusalView
from services.followup.domain.casebook import Known
from services.followup.usecases.fetching import Context

CLEARED = frozenset({ClarificationState.VISIT, ClarificationState.FEEDBACK, ClarificationState.CLOSED})


def source_of(context: Context, command: contract.BeginEntry) -> tuple[EntrySource, Known]:
    """Raises `followup.source_not_concluded`, or what its own service refuses with. Words that the writer
    lists are known beside what the matter says."""
    listed = Known.by_hand(command.names)
    match command.kind:
        case EntrySourceKind.DETERMINATION:
            known, number = _determination(context, command.source_id)
        case EntrySourceKind.CLEARING:
            known, number = _clearing(context, command.source_id)
        case EntrySourceKind.OVERSIGHT:
            known, number = _oversight(context, command.source_id)
        case _:
            if not listed.names:
                raise CaseError("followup.names_missing")
            return EntrySource(kind=EntrySourceKind.HAND), listed
    whole = Known(
        names=_once(*known.names, *listed.names), units=_once(*known.units, *listed.units),
        numbers=_once(*known.numbers, *listed.numbers), projects=_once(*known.projects),
        hands=known.hands, apart=known.apart)
    return EntrySource(kind=command.kind, source_id=command.source_id, number=number), whole


def _determination(context: Context, case_id: str) -> tuple[Known, str]:
    found: DeterminationView = context.ask(DETERMINATION, DeterminationQuery(case_id=case_id))
    if found.withheld:
        raise CaseError("review.recused", details={"officer_id": context.actor.officer_id})
    if not any(each.standing is DecisionStanding.CURRENT for each in found.decisions):
        raise CaseError("followup.source_not_concluded", details={"number": found.number})
    names = (found.subject.name, found.assignee_name, *(each.name for each in found.team),
             *(each.decided_by_name for each in found.decisions))
    linked = [each.number for each in found.filings] + [each.register_number for each in found.filings]
    return Known(
        names=_once(*names), units=_once(found.subject.unit),
        numbers=_once(found.number, found.clue_number, *linked),
        projects=_once(found.title, *(each.title for each in found.filings)),
        hands=_hands(Holder(found.assignee_id, found.assignee_name), *found.team),
        apart=_apart(found.subject, found.recusals)), found.number


def _clearing(context: Context, case_id: str) -> tuple[Known, str]:
    found: ClarificationView = context.ask(CLARIFICATION, ClarificationQuery(case_id=case_id))
    if found.state not in CLEARED:
        raise CaseError("followup.source_not_concluded", details={"number": found.number})
    concerned = found.concerned
    return Known(
        names=_once(concerned.name, found.assignee_name), units=_once(concerned.unit),
        numbers=_once(found.number, found.archive_number),
        hands=_hands(Holder(found.assignee_id, found.assignee_name)),
        apart=_apart(concerned, found.recusals)), found.number


def _oversight(context: Context, oversight_id: str) -> tuple[Known, str]:
    found: OversightView = context.ask(OVERSIGHT, OversightQuery(oversight_id=oversight_id))
    if found.closing is None:
        raise CaseError("followup.source_not_concluded", details={"number": found.number})
    looked = [each for point in found.checkpoints for each in (*point.supervisors, *point.gone)]
    return Known(
        names=_once(found.filer_name, *(each.name for each in looked)), units=_once(found.unit),
        numbers=_once(found.number), projects=_once(found.title),
        hands=_hands(*looked), apart=keys_of(Holder(found.filer_id, found.filer_name))), found.number


def _once(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (each.strip() for each in words))))


def _hands(*people: Person) -> frozenset[Holder]:
    return frozenset(Holder.of(each) for each in people if each.officer_id)


def _apart(whose: Person, recusals: Iterable[RecusalView]) -> frozenset[str]:
    return keys_of(whose, *(Holder(each.officer_id, each.officer_name) for each in recusals))
