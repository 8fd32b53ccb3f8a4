"""What review is asked about decisions and what follows them."""

from rongcuo.chassis.service import command
from rongcuo.contracts import determination as contract
from services.review.service.context import InContext
from services.review.usecases import decisions


class Decisions(InContext):
    """Decisions and what follows them."""

    @command(contract.MakeDetermination)
    def make_determination(self, command: contract.MakeDetermination) -> contract.DeterminationView:
        return decisions.make(self.context, command)

    @command(contract.GiveFeedback)
    def give_feedback(self, command: contract.GiveFeedback) -> contract.DeterminationView:
        return decisions.give_feedback(self.context, command)

    @command(contract.FileForRecord)
    def file_for_record(self, command: contract.FileForRecord) -> contract.DeterminationView:
        return decisions.file_for_record(self.context, command)

    @command(contract.CorrectDetermination)
    def correct_determination(self, command: contract.CorrectDetermination) -> contract.DeterminationView:
        return decisions.correct(self.context, command)

    @command(contract.RevokeDetermination)
    def revoke_determination(self, command: contract.RevokeDetermination) -> contract.DeterminationView:
        return decisions.revoke(self.context, command)
