"""Every address of the console can be loaded again, also one that a form was sent to."""

from typing import Any

from flask import current_app, redirect, request
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.routing import MapAdapter

from services.gateway.problems import of_http

READING = frozenset({"GET", "HEAD"})


def to_the_page_around(refusal: MethodNotAllowed) -> Any:
    """A form that came back stands at the address it was sent to; loaded again, that leads to its page."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or request.method not in READING or request.path.startswith("/api/"):
        return of_http(refusal)
    return redirect(page_around(request.path, adapter))


def page_around(address: str, adapter: MapAdapter) -> str:
    """The nearest address above that can be read."""
    parts = address.split("/")[1:-1]
    above = ("/" + "/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((each for each in above if adapter.test(each, "GET")), "/")
