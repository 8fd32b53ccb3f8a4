"""What the service is asked about the disposal of clues (问题线索处置)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import clues
from services.determination.views import clues as views


class Clues(InContext):
    """Disposals of clues."""

    @command(operations.DISPOSE_CLUE)
    def dispose_clue(self, command: contract.DisposeClue) -> contract.ClueDisposalView:
        return clues.dispose(self.context, command)

    @query(operations.CLUE_DISPOSALS)
    def clue_disposals(self, query: contract.ClueDisposalsQuery) -> contract.ClueDisposals:
        return views.clue_disposals(self.context, query)
