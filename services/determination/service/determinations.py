"""What the service is asked about determinations (容错认定)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from rongcuo.contracts.opening import OpeningGaps, OpeningQuery
from rongcuo.contracts.workload import Workload, WorkloadQuery
from services.determination.service.context import InContext
from services.determination.usecases import determinations, handing_up, opening
from services.determination.views import determinations as views
from services.determination.views import similar


class Determinations(InContext):
    """Determinations (容错认定)."""

    @command(operations.OPEN_DETERMINATION)
    def open_determination(self, command: contract.OpenDetermination) -> contract.DeterminationView:
        return determinations.open_determination(self.context, command)

    @command(operations.ASSIGN_DETERMINATION)
    def assign_determination(self, command: contract.AssignDetermination) -> contract.DeterminationView:
        return determinations.assign(self.context, command)

    @command(operations.RECUSE_FROM_DETERMINATION)
    def recuse_from_determination(
            self, command: contract.RecuseFromDetermination) -> contract.DeterminationView:
        return determinations.recuse(self.context, command)

    @command(operations.ASK_FOR_RECUSAL)
    def ask_for_recusal(self, command: contract.AskForRecusal) -> contract.DeterminationView:
        return determinations.ask_recusal(self.context, command)

    @command(operations.ANSWER_RECUSAL)
    def answer_recusal(self, command: contract.AnswerRecusal) -> contract.DeterminationView:
        return determinations.answer_recusal(self.context, command)

    @command(operations.WITHDRAW_RECUSAL)
    def withdraw_recusal(self, command: contract.WithdrawRecusal) -> contract.DeterminationView:
        return determinations.withdraw_recusal(self.context, command)

    @command(operations.ACCEPT_DETERMINATION)
    def accept_determination(self, command: contract.AcceptDetermination) -> contract.DeterminationView:
        return determinations.accept(self.context, command)

    @command(operations.REFUSE_DETERMINATION)
    def refuse_determination(self, command: contract.RefuseDetermination) -> contract.DeterminationView:
        return determinations.refuse(self.context, command)

    @command(operations.FORM_DETERMINATION_TEAM)
    def form_determination_team(self, command: contract.FormDeterminationTeam) -> contract.DeterminationView:
        return determinations.form_team(self.context, command)

    @command(operations.RETURN_DETERMINATION)
    def return_determination(self, command: contract.ReturnDetermination) -> contract.DeterminationView:
        return determinations.send_back(self.context, command)

    @command(operations.WITHDRAW_DETERMINATION)
    def withdraw_determination(self, command: contract.WithdrawDetermination) -> contract.DeterminationView:
        return determinations.withdraw(self.context, command)

    @command(operations.SUSPEND_DETERMINATION)
    def suspend_determination(self, command: contract.SuspendDetermination) -> contract.DeterminationView:
        return determinations.suspend(self.context, command)

    @command(operations.RESUME_DETERMINATION)
    def resume_determination(self, command: contract.ResumeDetermination) -> contract.DeterminationView:
        return determinations.resume(self.context, command)

    @command(operations.EXTEND_DETERMINATION)
    def extend_determination(self, command: contract.ExtendDetermination) -> contract.DeterminationView:
        return determinations.extend(self.context, command)

    @command(operations.HAND_DETERMINATION_UP)
    def hand_determination_up(self, command: contract.HandDeterminationUp) -> contract.DeterminationView:
        return handing_up.hand_up(self.context, command)

    @query(operations.OPENING)
    def opening(self, query: OpeningQuery) -> OpeningGaps:
        return opening.opening(self.context, query)

    @query(operations.DETERMINATION)
    def determination(self, query: contract.DeterminationQuery) -> contract.DeterminationView:
        return views.determination(self.context, query)

    @query(operations.DETERMINATIONS)
    def determinations(self, query: contract.DeterminationsQuery) -> contract.DeterminationsPage:
        return views.page(self.context, query)

    @query(operations.WORKLOAD)
    def workload(self, query: WorkloadQuery) -> Workload:
        return views.workload(self.context, query)

    @query(operations.SIMILAR_CASES)
    def similar_cases(self, query: contract.SimilarCasesQuery) -> contract.SimilarCases:
        return similar.similar_cases(self.context, query)
