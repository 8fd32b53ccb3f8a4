"""运行: what an operator watches, without the content of any case."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity.operations import ALARMS
from rongcuo.contracts.notify.operations import DELIVERIES, SEND_AGAIN, WATCHDOG
from services.gateway.console import blueprint
from services.gateway.console.backend import do, view
from services.gateway.console.frame import signed_in


@blueprint.get("/operations")
@signed_in
def operations() -> ResponseReturnValue:
    """The watchdog's recount and the deliveries that failed."""
    return render_template("console/operations.html", watchdog=view(WATCHDOG),
                           deliveries=view(DELIVERIES), alarms=view(ALARMS).alarms)


@blueprint.post("/operations/deliveries/<delivery_id>/send-again")
@signed_in
def send_again(delivery_id: str) -> ResponseReturnValue:
    """Try a failed delivery once more."""
    do(SEND_AGAIN, delivery_id=delivery_id)
    return redirect(url_for("console.operations"))
