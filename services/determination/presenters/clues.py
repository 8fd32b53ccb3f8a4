"""The disposal of a clue as its contract's view."""

from rongcuo.contracts.determination import ClueDisposalView
from services.determination.domain.clue import ClueDisposal


def disposal_view(disposal: ClueDisposal) -> ClueDisposalView:
    """For the organ and those above it."""
    return ClueDisposalView(
        clue_id=disposal.id, clue_number=disposal.clue_number, organ_id=disposal.organ_id,
        tolerance_arises=disposal.tolerance_arises, reasons=disposal.reasons,
        disposed_by_name=disposal.disposed_by_name, case_id=disposal.case_id, disposal=disposal.disposal,
        disposed_at=disposal.disposed_at, subject=disposal.subject)
