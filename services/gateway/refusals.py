"""Refusals in the security log: who asked for what they may not, or sent a form that no page of ours made."""

from flask import Response, g, request

from rongcuo.chassis.security_log import SecurityLog
from services.gateway.untraced import noted_address, noted_officer

NOTED = {403: "forbidden", 401: "not_signed_in", 429: "held_off"}
LOG = SecurityLog("gateway")


def note(response: Response) -> Response:
    """After each request. Who has no session yet is noted by identity, if they try a password."""
    what = "forged_form" if g.get("problem_code") == "forged_form" else NOTED.get(response.status_code, "")
    if what and (what != "not_signed_in" or request.headers.get("Authorization")):
        route = request.url_rule.rule if request.url_rule else ""
        LOG.write(what, officer=noted_officer(), address=noted_address(),
                  method=request.method, route=route, reference=str(g.get("correlation_id", "")))
    return response
