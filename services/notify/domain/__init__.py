"""What notify keeps: matters with their tasks, messages, deliveries, and whom to reach. Pure Python."""

from services.notify.domain.delivery import INBOX, UNANSWERED, Delivery, Outgoing, Undelivered
from services.notify.domain.directory import (
    Officer,
    in_person,
    lead_queue,
    on_post,
    queues_of,
    reviewer_queue,
)
from services.notify.domain.message import OF_A_RECUSAL, Message, Notification, about
from services.notify.domain.on_filing_events import hear
from services.notify.domain.reminders import due_stage, next_stage
from services.notify.domain.task import SUPPLEMENT, Task
from services.notify.domain.tracked_case import Facts, Review, TrackedCase
from services.notify.domain.units import confirming, registrars_of

__all__ = [
    "INBOX",
    "OF_A_RECUSAL",
    "SUPPLEMENT",
    "UNANSWERED",
    "Delivery",
    "Facts",
    "Message",
    "Notification",
    "Officer",
    "Outgoing",
    "Review",
    "Task",
    "TrackedCase",
    "Undelivered",
    "about",
    "confirming",
    "due_stage",
    "hear",
    "in_person",
    "lead_queue",
    "next_stage",
    "on_post",
    "queues_of",
    "registrars_of",
    "reviewer_queue",
]
