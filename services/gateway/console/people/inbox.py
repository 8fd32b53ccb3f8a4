"""通知: what the person has been told; 运行: what an operator watches, without the content of any case."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity.operations import ALARMS
from rongcuo.contracts.notify import operations as of_notify
from services.gateway.console import blueprint
from services.gateway.console.listing.lists import Listed
from services.gateway.console.page.backend import ask, do, view
from services.gateway.console.page.layout import signed_in


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
    return redirect(url_for("console.inbox"))


@blueprint.post("/inbox/digest")
@signed_in
def choose_digest() -> ResponseReturnValue:
    """Have what is routine mailed once a day, or each at once."""
    do(of_notify.CHOOSE_DIGEST, daily=request.form.get("daily") == "yes")
    return redirect(url_for("console.inbox"))


@blueprint.get("/operations")
@signed_in
def operations() -> ResponseReturnValue:
    """The watchdog's recount and the deliveries that failed."""
    return render_template("console/operations.html", watchdog=view(of_notify.WATCHDOG),
                           deliveries=view(of_notify.DELIVERIES), alarms=view(ALARMS).alarms)


@blueprint.post("/operations/deliveries/<delivery_id>/send-again")
@signed_in
def send_again(delivery_id: str) -> ResponseReturnValue:
    """Try a failed delivery once more."""
    do(of_notify.SEND_AGAIN, delivery_id=delivery_id)
    return redirect(url_for("console.operations"))
