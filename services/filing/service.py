"""The nameko service `filing`."""

from rongcuo.chassis.service import ExecutionProvider, command, every, on_event, query
from rongcuo.contracts import determination, review
from rongcuo.contracts import filing as contract
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.filing import operations
from services.filing import storage, usecases, views


class FilingService:
    """Takes matters in before the act, and keeps the register (备案库)."""

    name = "filing"
    context = ExecutionProvider(storage.METADATA, storage.FilingStorage)

    @query(operations.CONFIRM_EVENT)
    def confirm_event(self, query: ConfirmEvent) -> EventConfirmed:
        confirmed: EventConfirmed = self.context.confirms(query)
        return confirmed

    @command(operations.DRAFT)
    def draft(self, command: contract.DraftFiling) -> contract.FilingView:
        return usecases.draft(self.context, command)

    @command(operations.REVISE)
    def revise(self, command: contract.ReviseFiling) -> contract.FilingView:
        return usecases.revise(self.context, command)

    @command(operations.DISCARD)
    def discard(self, command: contract.DiscardDraft) -> contract.FilingView:
        return usecases.discard(self.context, command)

    @command(operations.SUBMIT)
    def submit(self, command: contract.SubmitFiling) -> contract.Receipt:
        return usecases.submit(self.context, command)

    @command(operations.SUPPLEMENT)
    def supplement(self, command: contract.SupplementFiling) -> contract.Receipt:
        return usecases.supplement(self.context, command)

    @command(operations.WITHDRAW)
    def withdraw(self, command: contract.WithdrawFiling) -> contract.FilingView:
        return usecases.withdraw(self.context, command)

    @command(operations.OBJECT_TO_REFUSAL)
    def object_to_refusal(self, command: contract.ObjectToRefusal) -> contract.FilingView:
        return usecases.object_to_refusal(self.context, command)

    @command(operations.WHITELIST)
    def whitelist(self, command: contract.WhitelistFiling) -> contract.FilingView:
        return usecases.whitelist(self.context, command)

    @query(operations.FILING)
    def filing(self, query: contract.FilingQuery) -> contract.FilingView:
        return views.filing(self.context, query)

    @query(operations.RECEIPT)
    def receipt(self, query: contract.FilingQuery) -> contract.Receipt:
        return views.receipt(self.context, query)

    @query(operations.PAGE)
    def page(self, query: contract.FilingsQuery) -> contract.FilingsPage:
        return views.page(self.context, query)

    @query(operations.FUNNEL)
    def funnel(self, query: contract.FunnelQuery) -> contract.Funnel:
        return views.funnel(self.context, query)

    @query(operations.OPEN_MATTERS)
    def open_matters(self, query: contract.OpenMattersQuery) -> contract.OpenMatters:
        return views.open_matters(self.context, query)

    @on_event(review.SupplementRequested)
    def supplement_requested(self, event: review.SupplementRequested) -> None:
        usecases.take_supplement_request(self.context, event)

    @on_event(review.ReviewAccepted)
    def review_accepted(self, event: review.ReviewAccepted) -> None:
        usecases.take_acceptance(self.context, event)

    @on_event(review.ReviewDeclined)
    def review_declined(self, event: review.ReviewDeclined) -> None:
        usecases.take_refusal(self.context, event)

    @on_event(review.ObjectionOpened)
    def objection_opened(self, event: review.ObjectionOpened) -> None:
        usecases.take_due_day(self.context, event)

    @on_event(review.ObjectionDecided)
    def objection_decided(self, event: review.ObjectionDecided) -> None:
        usecases.take_objection_decision(self.context, event)

    @on_event(review.DeadlineMoved)
    def deadline_moved(self, event: review.DeadlineMoved) -> None:
        usecases.take_due_day(self.context, event)

    @on_event(review.ReviewResumed)
    def review_resumed(self, event: review.ReviewResumed) -> None:
        usecases.take_due_day(self.context, event)

    @on_event(review.ReviewerRecused)
    def reviewer_recused(self, event: review.ReviewerRecused) -> None:
        usecases.take_recusal(self.context, event)

    @on_event(review.ReviewHandedUp)
    def review_handed_up(self, event: review.ReviewHandedUp) -> None:
        usecases.take_handing_up(self.context, event)

    @on_event(determination.DeterminationMade)
    @on_event(determination.DeterminationRevoked)
    def determination_made(
            self, event: determination.DeterminationMade | determination.DeterminationRevoked) -> None:
        usecases.take_determination(self.context, event)

    @on_event(review.VerificationStarted)
    def verification_started(self, event: review.VerificationStarted) -> None:
        usecases.take_due_day(self.context, event)

    @every(seconds=30)
    def expire(self) -> None:
        usecases.expire_due(self.context)
