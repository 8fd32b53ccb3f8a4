"""What the service is asked about decisions and what follows them."""

from rongcuo.chassis.service import command
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import decisions


class Decisions(InContext):
    """Decisions and what follows them."""

    @command(operations.MAKE_DETERMINATION)
    def make_determination(self, command: contract.MakeDetermination) -> contract.DeterminationView:
        return decisions.make(self.context, command)

    @command(operations.GIVE_FEEDBACK)
    def give_feedback(self, command: contract.GiveFeedback) -> contract.DeterminationView:
        return decisions.give_feedback(self.context, command)

    @command(operations.FILE_FOR_RECORD)
    def file_for_record(self, command: contract.FileForRecord) -> contract.DeterminationView:
        return decisions.file_for_record(self.context, command)

    @command(operations.CORRECT_DETERMINATION)
    def correct_determination(self, command: contract.CorrectDetermination) -> contract.DeterminationView:
        return decisions.correct(self.context, command)

    @command(operations.REVOKE_DETERMINATION)
    def revoke_determination(self, command: contract.RevokeDetermination) -> contract.DeterminationView:
        return decisions.revoke(self.context, command)
