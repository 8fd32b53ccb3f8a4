"""Disposing of clues: the tolerance question is asked and answered at every disposal."""

from rongcuo.chassis.work import Desk, Unit
from rongcuo.contracts.determination import ClueDisposalView, DisposeClue, Initiation
from services.review.access import determinations as access
from services.review.answers.clues import disposal_view
from services.review.domain import Occasion
from services.review.domain.clue import ClueDisposal
from services.review.domain.determination import Determination, Opening
from services.review.ports import Cases
from services.review.usecases.determinations import subject_known
from services.review.usecases.dossier import opened


def dispose(desk: Desk[Cases], command: DisposeClue) -> ClueDisposalView:
    """A yes opens a case, unless an earlier disposal of the same clue has done so."""
    access.require_opening(desk.actor, Initiation.CLUE, command.subject)
    subject = subject_known(desk, command.subject)
    opening = Opening(
        initiation=Initiation.CLUE, subject=subject, act=command.act, title=command.title,
        situation=command.situation, grounds=command.reasons, clue_number=command.clue_number,
        clue_handler=desk.actor.officer_id)
    with desk.unit() as unit:
        cases = _opened_now(desk, unit, command, opening)
        case_id = cases[0].id if cases else _opened_before(desk, unit, command)
        disposal = ClueDisposal.of(desk.new_id(), command, case_id, _occasion(desk))
        return unit.commit(*cases, disposal, answer=disposal_view(disposal))


def _opened_now(desk: Desk[Cases], unit: Unit[Cases], command: DisposeClue,
                opening: Opening) -> tuple[Determination, ...]:
    if not command.tolerance_arises or _opened_before(desk, unit, command):
        return ()
    case, _ = opened(desk, unit.store, desk.new_id(), opening)
    return (case,)


def _opened_before(desk: Desk[Cases], unit: Unit[Cases], command: DisposeClue) -> str:
    earlier = unit.store.clues.of_clue(desk.actor.organ_id, command.clue_number)
    return next((disposal.case_id for disposal in earlier if disposal.case_id), "")


def _occasion(desk: Desk[Cases]) -> Occasion:
    actor, rules = desk.actor, desk.rules
    return Occasion(actor, desk.now, rules.pack(actor.division_code, desk.now.date()),
                    rules.calendar(actor.division_code))
