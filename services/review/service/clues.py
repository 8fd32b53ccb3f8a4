"""What review is asked about the disposal of clues (问题线索处置)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from services.review.service.context import InContext
from services.review.usecases import clues
from services.review.views import clues as views


class Clues(InContext):
    """Disposals of clues."""

    @command(contract.DisposeClue)
    def dispose_clue(self, command: contract.DisposeClue) -> contract.ClueDisposalView:
        return clues.dispose(self.context, command)

    @query(contract.ClueDisposalsQuery)
    def clue_disposals(self, query: contract.ClueDisposalsQuery) -> contract.ClueDisposals:
        return views.clue_disposals(self.context, query)
