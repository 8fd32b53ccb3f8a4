"""Is the gateway well? For load balancers. What it has done is counted here, and told on the health port."""

from time import monotonic

from flask import Blueprint, Response, current_app, g, jsonify, request
from flask.typing import ResponseReturnValue
from prometheus_client import Counter, Histogram

from rongcuo.chassis.metrics import REGISTRY

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
PAGES = Blueprint("watch", __name__)
REQUESTS = Counter("rongcuo_http_requests", "HTTP requests answered", ["route", "method", "status"],
                   registry=REGISTRY)
SECONDS = Histogram("rongcuo_http_seconds", "Time to answer an HTTP request", ["route"],
                    registry=REGISTRY)


@PAGES.get("/health")
def health() -> ResponseReturnValue:
    """503 only where people are better sent elsewhere (`unwell`): nobody is answered, or a part of this
    process has yet to begin.

    Otherwise 200 and how each part is, what can't be done now and why: `degraded` where a part can't work,
    `limited` where something beside it waits.
    """
    settings = current_app.extensions["settings"]
    told, cannot, serves = settings.health(), settings.cannot(), settings.serves()
    fit = "limited" if cannot else "ok"
    status = "unwell" if not serves else fit if all(told.values()) else "degraded"
    return jsonify(status=status, parts=told, cannot=cannot), 200 if serves else 503


def begin() -> None:
    """Before each request."""
    g.begun = monotonic()


def count(response: Response) -> Response:
    """After each request, but for what is rare. Addresses are counted by their route, so that ids make no new
    series."""
    if g.get("rare", False):
        return response
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    REQUESTS.labels(route, method, str(response.status_code)).inc()
    if "begun" in g:
        SECONDS.labels(route).observe(monotonic() - g.begun)
    return response
