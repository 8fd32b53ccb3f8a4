"""What review is asked about appeals (申诉、复核)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from services.review.service.context import InContext
from services.review.usecases import appeals
from services.review.views import appeals as views


class Appeals(InContext):
    """Appeals (申诉、复核)."""

    @command(contract.LodgeAppeal)
    def lodge_appeal(self, command: contract.LodgeAppeal) -> contract.AppealView:
        return appeals.lodge(self.context, command)

    @command(contract.FormAppealPanel)
    def form_appeal_panel(self, command: contract.FormAppealPanel) -> contract.AppealView:
        return appeals.form_panel(self.context, command)

    @command(contract.DecideAppeal)
    def decide_appeal(self, command: contract.DecideAppeal) -> contract.AppealView:
        return appeals.decide(self.context, command)

    @command(contract.SignAppealOpinion)
    def sign_appeal_opinion(self, command: contract.SignAppealOpinion) -> contract.AppealView:
        return appeals.sign(self.context, command)

    @command(contract.WithdrawAppeal)
    def withdraw_appeal(self, command: contract.WithdrawAppeal) -> contract.AppealView:
        return appeals.withdraw(self.context, command)

    @query(contract.AppealQuery)
    def appeal(self, query: contract.AppealQuery) -> contract.AppealView:
        return views.appeal(self.context, query)

    @query(contract.AppealsQuery)
    def appeals(self, query: contract.AppealsQuery) -> contract.AppealsPage:
        return views.page(self.context, query)
