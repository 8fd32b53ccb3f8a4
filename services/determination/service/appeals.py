"""What the service is asked about appeals (申诉、复核)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import appeals
from services.determination.views import appeals as views


class Appeals(InContext):
    """Appeals (申诉、复核)."""

    @command(operations.LODGE_APPEAL)
    def lodge_appeal(self, command: contract.LodgeAppeal) -> contract.AppealView:
        return appeals.lodge(self.context, command)

    @command(operations.FORM_APPEAL_PANEL)
    def form_appeal_panel(self, command: contract.FormAppealPanel) -> contract.AppealView:
        return appeals.form_panel(self.context, command)

    @command(operations.DECIDE_APPEAL)
    def decide_appeal(self, command: contract.DecideAppeal) -> contract.AppealView:
        return appeals.decide(self.context, command)

    @command(operations.SIGN_APPEAL_OPINION)
    def sign_appeal_opinion(self, command: contract.SignAppealOpinion) -> contract.AppealView:
        return appeals.sign(self.context, command)

    @command(operations.WITHDRAW_APPEAL)
    def withdraw_appeal(self, command: contract.WithdrawAppeal) -> contract.AppealView:
        return appeals.withdraw(self.context, command)

    @query(operations.APPEAL)
    def appeal(self, query: contract.AppealQuery) -> contract.AppealView:
        return views.appeal(self.context, query)

    @query(operations.APPEALS)
    def appeals(self, query: contract.AppealsQuery) -> contract.AppealsPage:
        return views.page(self.context, query)
