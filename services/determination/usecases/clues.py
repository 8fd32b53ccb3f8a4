"""Disposing of clues: the tolerance question is asked and answered at every disposal."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import CluesQuery
from rongcuo.contracts.clarify.operations import CLUES
from rongcuo.contracts.determination import ClueDisposalView, DisposeClue, Initiation, Subject
from rongcuo.contracts.errors import CaseError
from services.determination.domain.clue import ClueDisposal
from services.determination.domain.determination import Determination, Opening
from services.determination.ports import Cases
from services.determination.presenters.clues import disposal_view
from services.determination.usecases.asking import subject_admitted
from services.determination.usecases.determinations import bar_by_rule
from services.determination.usecases.dossier import appeals_of, occasion_of, occasion_today, opened


def dispose(context: ExecutionContext[Cases], command: DisposeClue) -> ClueDisposalView:
    """Of a clue that no report is. A yes opens a case, unless an earlier disposal of it has done so."""
    if context.actor.organ_id in context.ask(CLUES, CluesQuery(number=command.clue_number)).organs:
        raise CaseError("determination.clue_is_a_report", details={"number": command.clue_number})
    actor, subject = context.actor, subject_admitted(context, Initiation.CLUE, command.subject)
    with context.unit() as unit:
        earlier = unit.store.clues.of_clue(actor.organ_id, command.clue_number)
        cases = _opened_before(context, unit.store, earlier) or _opened_now(
            context, unit.store, command, subject, earlier)
        meetings = [each for case in cases for each in bar_by_rule(context, unit.store, case, actor)]
        case_id = cases[0].id if cases else ""
        disposal = ClueDisposal.of(context.new_id(), command, subject, case_id, occasion_today(context),
                                   earlier)
        return unit.commit(*cases, *meetings, disposal, answer=disposal_view(disposal))


def _opened_before(context: ExecutionContext[Cases], store: Cases,
                   earlier: tuple[ClueDisposal, ...]) -> tuple[Determination, ...]:
    """The case of the clue, which learns who has disposed of it now."""
    case_id = next((disposal.case_id for disposal in earlier if disposal.case_id), "")
    if not case_id:
        return ()
    case = store.determinations.get(case_id)
    for appeal in appeals_of(store, case):
        appeal.require_not_sitting(context.actor.officer_id)
    case.take_clue_handler(occasion_of(context, case))
    return (case,)


def _opened_now(context: ExecutionContext[Cases], store: Cases, command: DisposeClue, subject: Subject,
                earlier: tuple[ClueDisposal, ...]) -> tuple[Determination, ...]:
    """Whoever has disposed of the clue so far, has handled it: a no may come before a yes."""
    if not command.tolerance_arises:
        return ()
    opening = Opening(
        initiation=Initiation.CLUE, subject=subject, act=command.act, title=command.title,
        situation=command.situation, grounds=command.reasons, clue_number=command.clue_number,
        clue_handlers=frozenset({context.actor.officer_id, *(each.disposed_by for each in earlier)}))
    case, _ = opened(context, store, context.new_id(), opening, command.acknowledged)
    return (case,)
