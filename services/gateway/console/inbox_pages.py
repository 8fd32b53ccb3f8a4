"""通知: what the person has been told."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.notify import operations as of_notify
from services.gateway.console import blueprint
from services.gateway.console.backend import ask, do, no_longer
from services.gateway.console.frame import signed_in
from services.gateway.console.lists import Listed


@blueprint.get("/inbox")
@signed_in
def inbox() -> ResponseReturnValue:
    """The person's messages, newest first."""
    page = ask(of_notify.INBOX, cursor=request.args.get("cursor", ""), limit=30)
    return render_template("console/inbox.html", page=page, listed=Listed(page="console.inbox"))


@blueprint.post("/inbox/<message_id>/read")
@signed_in
def mark_read(message_id: str) -> ResponseReturnValue:
    """Mark a message as read."""
    do(of_notify.MARK_READ, message_id=message_id)
    no_longer("unread")
    return redirect(url_for("console.inbox"))
