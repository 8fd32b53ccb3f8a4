"""The nameko service `notify`."""

from datetime import timedelta
from typing import Any

import structlog
from nameko.dependency_providers import Config
from prometheus_client import Gauge

from rongcuo.chassis.metrics import REGISTRY
from rongcuo.chassis.service import (
    ExecutionProvider,
    answers,
    carries_out,
    command,
    every,
    hears,
    on_event,
    on_events,
    query,
    witnessed,
)
from rongcuo.contracts import identity, vault
from rongcuo.contracts import notify as contract
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.notify import operations
from services import events_of, who_answers
from services.notify import storage, views
from services.notify.conversations import ConversationsProvider
from services.notify.domain.on_filing_events import heard_of
from services.notify.usecases import (
    delivering,
    digesting,
    hearing,
    notifications,
    pruning,
    reminding,
    watching,
)

WITHOUT_TASK = Gauge("rongcuo_matters_without_task", "Open matters without an open task, at the last look",
                     registry=REGISTRY)


class NotifyService:
    """Who has to do what by when, and who has been told."""

    name = "notify"
    context = ExecutionProvider(storage.METADATA, storage.NoticeStorage)
    checkpoint = answers(operations.CHECKPOINT, witnessed)
    conversations = ConversationsProvider()
    config = Config()

    mark_read = carries_out(operations.MARK_READ, notifications.mark_read)
    choose_digest = carries_out(operations.CHOOSE_DIGEST, digesting.choose)
    send_again = carries_out(operations.SEND_AGAIN, delivering.send_again)

    tasks = answers(operations.TASKS, views.tasks)
    matter = answers(operations.MATTER, views.matter)
    inbox = answers(operations.INBOX, views.inbox)
    deliveries = answers(operations.DELIVERIES, views.deliveries)

    officer_dismissed = hears(identity.OfficerDismissed, hearing.dismiss)
    unit_named = hears(identity.UnitNamed, hearing.name_unit)

    @on_event(identity.OfficerEnrolled)
    def officer_enrolled(self, event: identity.OfficerEnrolled) -> None:
        hearing.enrol(self.context, event, self.conversations.channel.name)

    @on_event(identity.UnitChangeProposed)
    def unit_change_proposed(self, event: identity.UnitChangeProposed) -> None:
        hearing.propose_unit_change(self.context, event, self.conversations.channel.name)

    @on_event(vault.UnsealingMoved)
    def unsealing_moved(self, event: vault.UnsealingMoved) -> None:
        hearing.tell_of_order(self.context, event, self.conversations.channel.name)

    @on_events(heard_of("filing"))
    def filing_told(self, event: Any) -> None:
        hearing.hear(self.context, event.filing_id, event, self.conversations.channel.name)

    @on_events(heard_of("review"))
    def review_told(self, event: Any) -> None:
        hearing.hear(self.context, event.case_id, event, self.conversations.channel.name)

    @on_events(heard_of("documents"))
    def letter_told(self, event: Any) -> None:
        hearing.hear(self.context, event.matter_id, event, self.conversations.channel.name)

    @on_events(events_of(CaseMoved))
    def case_told(self, event: CaseMoved) -> None:
        hearing.hear(self.context, event.standing.matter_id, event, self.conversations.channel.name)

    @query(operations.WATCHDOG)
    def watchdog(self, query: contract.WatchdogQuery) -> contract.WatchdogReport:
        return watching.watchdog(self.context, query, who_answers("open_matters"))

    @command(operations.MAIL_LINK)
    def mail_link(self, command: identity.MailLink) -> None:
        delivering.mail_link(self.context, command, self.conversations.channel,
                             self.config["rongcuo"].public_address)

    @every(seconds=5)
    def ask_units(self) -> None:
        hearing.ask_units(self.context)

    @every(seconds=5)
    def remind(self) -> None:
        reminding.remind(self.context, self.conversations.channel.name)

    @every(seconds=60)
    def gather(self) -> None:
        digesting.gather(self.context)

    @every(seconds=5, woken=True)
    def deliver(self) -> None:
        delivering.deliver(self.context, self.context.afresh, self.conversations)

    @every(seconds=30)      # at most nearly three million messages a day
    def prune(self) -> None:
        pruning.prune(self.context, timedelta(days=self.config["rongcuo"].notification_days))

    @every(seconds=60)
    def watch(self) -> None:
        found = watching.look(self.context, who_answers("open_matters"))
        WITHOUT_TASK.set(len(found.without_task))
        if found.without_task or found.unreachable:
            structlog.get_logger(__name__).warning("watchdog", unreachable=", ".join(found.unreachable),
                                                   without_task=list(found.without_task[:20]))
