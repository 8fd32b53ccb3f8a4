"""What review is asked about determinations (容错认定)."""

from rongcuo.chassis import command, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts.opening import OpeningGaps, OpeningQuery
from services.review.service.desk import AtTheDesk
from services.review.usecases import determinations, handing_up, opening
from services.review.views import determinations as views
from services.review.views import similar


class Determinations(AtTheDesk):
    """Determinations (容错认定)."""

    @command(contract.OpenDetermination)
    def open_determination(self, command: contract.OpenDetermination) -> contract.DeterminationView:
        return determinations.open_determination(self.desk, command)

    @command(contract.AssignDetermination)
    def assign_determination(self, command: contract.AssignDetermination) -> contract.DeterminationView:
        return determinations.assign(self.desk, command)

    @command(contract.RecuseFromDetermination)
    def recuse_from_determination(
            self, command: contract.RecuseFromDetermination) -> contract.DeterminationView:
        return determinations.recuse(self.desk, command)

    @command(contract.AskForRecusal)
    def ask_for_recusal(self, command: contract.AskForRecusal) -> contract.DeterminationView:
        return determinations.ask_recusal(self.desk, command)

    @command(contract.AnswerRecusal)
    def answer_recusal(self, command: contract.AnswerRecusal) -> contract.DeterminationView:
        return determinations.answer_recusal(self.desk, command)

    @command(contract.WithdrawRecusal)
    def withdraw_recusal(self, command: contract.WithdrawRecusal) -> contract.DeterminationView:
        return determinations.withdraw_recusal(self.desk, command)

    @command(contract.AcceptDetermination)
    def accept_determination(self, command: contract.AcceptDetermination) -> contract.DeterminationView:
        return determinations.accept(self.desk, command)

    @command(contract.RefuseDetermination)
    def refuse_determination(self, command: contract.RefuseDetermination) -> contract.DeterminationView:
        return determinations.refuse(self.desk, command)

    @command(contract.FormDeterminationTeam)
    def form_determination_team(self, command: contract.FormDeterminationTeam) -> contract.DeterminationView:
        return determinations.form_team(self.desk, command)

    @command(contract.ReturnDetermination)
    def return_determination(self, command: contract.ReturnDetermination) -> contract.DeterminationView:
        return determinations.send_back(self.desk, command)

    @command(contract.WithdrawDetermination)
    def withdraw_determination(self, command: contract.WithdrawDetermination) -> contract.DeterminationView:
        return determinations.withdraw(self.desk, command)

    @command(contract.SuspendDetermination)
    def suspend_determination(self, command: contract.SuspendDetermination) -> contract.DeterminationView:
        return determinations.suspend(self.desk, command)

    @command(contract.ResumeDetermination)
    def resume_determination(self, command: contract.ResumeDetermination) -> contract.DeterminationView:
        return determinations.resume(self.desk, command)

    @command(contract.ExtendDetermination)
    def extend_determination(self, command: contract.ExtendDetermination) -> contract.DeterminationView:
        return determinations.extend(self.desk, command)

    @command(contract.HandDeterminationUp)
    def hand_determination_up(self, command: contract.HandDeterminationUp) -> contract.DeterminationView:
        return handing_up.hand_up(self.desk, command)

    @query(OpeningQuery)
    def opening(self, query: OpeningQuery) -> OpeningGaps:
        return opening.opening(self.desk, query)

    @query(contract.DeterminationQuery)
    def determination(self, query: contract.DeterminationQuery) -> contract.DeterminationView:
        return views.determination(self.desk, query)

    @query(contract.DeterminationsQuery)
    def determinations(self, query: contract.DeterminationsQuery) -> contract.DeterminationsPage:
        return views.page(self.desk, query)

    @query(contract.SimilarCasesQuery)
    def similar_cases(self, query: contract.SimilarCasesQuery) -> contract.SimilarCases:
        return similar.similar_cases(self.desk, query)
