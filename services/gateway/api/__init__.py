"""The HTTP API, version 1: one module per part, each a table of routes."""

from services.gateway.api import filings, inbox, operations, organs, policy, reviews, tasks, tokens
from services.gateway.api.route import Part

PARTS: tuple[Part, ...] = (tokens.PART, organs.PART, policy.PART, filings.PART, reviews.PART, tasks.PART,
                           inbox.PART, operations.PART)

__all__ = ["PARTS", "Part"]
