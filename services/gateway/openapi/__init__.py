"""The OpenAPI document, written from the routes and the contracts, and a page that reads it aloud."""

from services.gateway.openapi.document import publish, untraced_addresses

__all__ = ["publish", "untraced_addresses"]
