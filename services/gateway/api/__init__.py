"""The HTTP API, version 1: one module per part, each a table of routes; a service may bring its own."""

import services
from services.gateway.api.appeals import PART as APPEALS
from services.gateway.api.determinations import PART as DETERMINATIONS
from services.gateway.api.documents import PART as DOCUMENTS
from services.gateway.api.filings import PART as FILINGS
from services.gateway.api.inbox import PART as INBOX
from services.gateway.api.meetings import PART as MEETINGS
from services.gateway.api.operations import PART as OPERATIONS
from services.gateway.api.organs import PART as ORGANS
from services.gateway.api.policy import PART as POLICY
from services.gateway.api.reviews import PART as REVIEWS
from services.gateway.api.route import Part
from services.gateway.api.tasks import PART as TASKS
from services.gateway.api.tokens import PART as TOKENS

PARTS: tuple[Part, ...] = (TOKENS, ORGANS, POLICY, FILINGS, REVIEWS, DETERMINATIONS, MEETINGS, APPEALS,
                           DOCUMENTS, TASKS, INBOX, OPERATIONS)


def every_part() -> tuple[Part, ...]:
    """Ours, and what the services bring."""
    return (*PARTS, *(brought.PART for brought in services.pages()))


__all__ = ["PARTS", "Part", "every_part"]
