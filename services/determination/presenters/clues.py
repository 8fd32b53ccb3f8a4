"""The disposal of a clue as its contract's view."""

from collections.abc import Iterator

from rongcuo.contracts.clarify import ClueView
from rongcuo.contracts.determination import ClueDisposalView
from services.determination.domain.clue import ClueDisposal


def disposal_view(disposal: ClueDisposal) -> ClueDisposalView:
    """For the organ and those above it."""
    return ClueDisposalView(
        clue_id=disposal.id, clue_number=disposal.clue_number, organ_id=disposal.organ_id,
        tolerance_arises=disposal.tolerance_arises, reasons=disposal.reasons,
        disposed_by_name=disposal.disposed_by_name, case_id=disposal.case_id, disposal=disposal.disposal,
        disposed_at=disposal.disposed_at, subject=disposal.subject)


def dispositions_of(clue: ClueView, case_id: str) -> Iterator[ClueDisposalView]:
    """Those of a report, as clarify keeps them. `case_id`: the first that it led to; empty without one."""
    for each in clue.dispositions:
        yield ClueDisposalView(
            clue_id=clue.report_id, clue_number=clue.number, organ_id=clue.organ_id,
            tolerance_arises=each.tolerance_arises, reasons=each.reasons, disposed_by_name=each.by_name,
            case_id=case_id if each.tolerance_arises else "", disposal=each.disposal, disposed_at=each.at,
            report_id=clue.report_id)
