"""The nameko service `notify`."""

import structlog
from nameko.dependency_providers import Config
from prometheus_client import Gauge

from rongcuo.chassis.metrics import REGISTRY
from rongcuo.chassis.service import ExecutionProvider, command, every, on_event, on_events, query
from rongcuo.contracts import documents, filing, identity, review
from rongcuo.contracts import notify as contract
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.notify import operations
from services import events_of, who_answers
from services.notify import storage, usecases, views
from services.notify.channels import ChannelProvider

WITHOUT_TASK = Gauge("rongcuo_matters_without_task", "Open matters without an open task, at the last look",
                     registry=REGISTRY)
FilingEvent = (
    filing.FilingSubmitted | filing.FilingSupplemented | filing.FilingWithdrawn | filing.FilingAccepted
    | filing.FilingDeclined | filing.FilingWhitelisted | filing.FilingExpired | filing.FilingVoided
    | filing.FilingObjected | filing.FilingObjectionDecided)
ReviewEvent = (
    review.ReviewOpened | review.ReviewAssigned | review.ReviewerRecused | review.ReviewHandedUp
    | review.ReviewHolderLeft | review.SupplementRequested
    | review.ReviewSuspended | review.ReviewResumed | review.DeadlineMoved | review.VerificationStarted
    | review.VerificationTeamFormed | review.ReviewAccepted | review.ReviewDeclined | review.ReviewClosed
    | review.ObjectionOpened | review.ObjectionDecided)


class NotifyService:
    """Who has to do what by when, and who has been told."""

    name = "notify"
    context = ExecutionProvider(storage.METADATA, storage.NoticeStorage)
    channel = ChannelProvider()
    config = Config()

    @on_event(identity.OfficerEnrolled)
    def officer_enrolled(self, event: identity.OfficerEnrolled) -> None:
        usecases.enrol(self.context, event, self.channel.name)

    @on_event(identity.OfficerDismissed)
    def officer_dismissed(self, event: identity.OfficerDismissed) -> None:
        usecases.dismiss(self.context, event)

    @on_event(identity.UnitChangeProposed)
    def unit_change_proposed(self, event: identity.UnitChangeProposed) -> None:
        usecases.propose_unit_change(self.context, event, self.channel.name)

    @on_event(filing.FilingSubmitted)
    @on_event(filing.FilingSupplemented)
    @on_event(filing.FilingWithdrawn)
    @on_event(filing.FilingAccepted)
    @on_event(filing.FilingDeclined)
    @on_event(filing.FilingWhitelisted)
    @on_event(filing.FilingExpired)
    @on_event(filing.FilingVoided)
    @on_event(filing.FilingObjected)
    @on_event(filing.FilingObjectionDecided)
    def filing_told(self, event: FilingEvent) -> None:
        usecases.hear(self.context, event.filing_id, event, self.channel.name)

    @on_event(review.ReviewOpened)
    @on_event(review.ReviewAssigned)
    @on_event(review.ReviewerRecused)
    @on_event(review.ReviewHandedUp)
    @on_event(review.ReviewHolderLeft)
    @on_event(review.SupplementRequested)
    @on_event(review.ReviewSuspended)
    @on_event(review.ReviewResumed)
    @on_event(review.DeadlineMoved)
    @on_event(review.VerificationStarted)
    @on_event(review.VerificationTeamFormed)
    @on_event(review.ReviewAccepted)
    @on_event(review.ReviewDeclined)
    @on_event(review.ReviewClosed)
    @on_event(review.ObjectionOpened)
    @on_event(review.ObjectionDecided)
    def review_told(self, event: ReviewEvent) -> None:
        usecases.hear(self.context, event.case_id, event, self.channel.name)

    @on_events(events_of(CaseMoved))
    def case_told(self, event: CaseMoved) -> None:
        usecases.hear(self.context, event.standing.matter_id, event, self.channel.name)

    @on_event(documents.LetterDelayed)
    @on_event(documents.LetterIssued)
    def letter_told(self, event: documents.LetterDelayed | documents.LetterIssued) -> None:
        usecases.hear(self.context, event.matter_id, event, self.channel.name)

    @query(operations.TASKS)
    def tasks(self, query: contract.TasksQuery) -> contract.TasksPage:
        return views.tasks(self.context, query)

    @query(operations.MATTER)
    def matter(self, query: contract.MatterTasksQuery) -> contract.MatterTasks:
        return views.matter(self.context, query)

    @query(operations.INBOX)
    def inbox(self, query: contract.InboxQuery) -> contract.InboxPage:
        return views.inbox(self.context, query)

    @query(operations.DELIVERIES)
    def deliveries(self, query: contract.DeliveriesQuery) -> contract.DeliveriesPage:
        return views.deliveries(self.context, query)

    @query(operations.WATCHDOG)
    def watchdog(self, query: contract.WatchdogQuery) -> contract.WatchdogReport:
        return usecases.watchdog(self.context, query, who_answers("open_matters"))

    @command(operations.MAIL_LINK)
    def mail_link(self, command: identity.MailLink) -> None:
        usecases.mail_link(self.context, command, self.channel, self.config["rongcuo"].public_address)

    @command(operations.MARK_READ)
    def mark_read(self, command: contract.MarkRead) -> contract.MessageView:
        return usecases.mark_read(self.context, command)

    @command(operations.SEND_AGAIN)
    def send_again(self, command: contract.SendAgain) -> contract.DeliveryView:
        return usecases.send_again(self.context, command)

    @every(seconds=5)
    def remind(self) -> None:
        usecases.remind(self.context, self.channel.name)

    @every(seconds=1)
    def deliver(self) -> None:
        usecases.deliver(self.context, self.channel)

    @every(seconds=60)
    def watch(self) -> None:
        report = usecases.watchdog(self.context, contract.WatchdogQuery(), who_answers("open_matters"))
        WITHOUT_TASK.set(len(report.without_task))
        if report.without_task or report.unreachable:
            structlog.get_logger(__name__).warning("watchdog", unreachable=report.unreachable,
                                                   without_task=list(report.without_task[:20]))
