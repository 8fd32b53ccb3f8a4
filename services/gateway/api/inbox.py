"""Messages to the officer."""

from rongcuo.contracts.notify import InboxPage, InboxQuery, MarkRead, MessageView
from services.gateway.api.route import Part, get, post

PART = Part("inbox", "消息 · Inbox", (
    get("/inbox", "notify.inbox", InboxQuery, InboxPage,
        "我的消息,新的在前", "My messages, newest first"),
    post("/inbox/<id:message_id>/read", "notify.mark_read", MarkRead, MessageView,
         "标为已读", "Mark as read"),
))
