"""Messages to the officer."""

from rongcuo.contracts.notify import operations
from services.gateway.api.route import Part, get, post

PART = Part("inbox", "消息 · Inbox", (
    get("/inbox", operations.INBOX),
    post("/inbox/<id:message_id>/read", operations.MARK_READ),
))
