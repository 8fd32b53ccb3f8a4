"""The HTTP API, version 1: parts, each a table of routes; a service may bring its own."""

import services
from services.gateway.api.casework import APPEALS, DETERMINATIONS, MEETINGS, REVIEWS
from services.gateway.api.documents import PART as DOCUMENTS
from services.gateway.api.filings import PART as FILINGS
from services.gateway.api.notices import INBOX, OPERATIONS, TASKS
from services.gateway.api.organs import PART as ORGANS
from services.gateway.api.policy import PART as POLICY
from services.gateway.api.route import Part
from services.gateway.api.tokens import PART as TOKENS

PARTS: tuple[Part, ...] = (TOKENS, ORGANS, POLICY, FILINGS, REVIEWS, DETERMINATIONS, MEETINGS, APPEALS,
                           DOCUMENTS, TASKS, INBOX, OPERATIONS)


def every_part() -> tuple[Part, ...]:
    """Ours, and what the services bring."""
    return (*PARTS, *(brought.PART for brought in services.pages()))


def places_apart() -> frozenset[str]:
    """Where what services bring stands apart from the console: nobody is signed in there, or traced."""
    apart = (pages for brought in services.pages() for pages in getattr(brought, "APART", ()))
    return frozenset(pages.url_prefix for pages in apart)


__all__ = ["PARTS", "Part", "every_part", "places_apart"]
