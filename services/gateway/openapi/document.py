"""Registers the API's routes, and writes the document that says what each does when somebody first asks.

The document takes as long to write as everything else of the gateway's start together, and hardly anybody
reads it: flask-smorest writes it from an application of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any

import flask
from flask import Flask
from flask_smorest import Api, Blueprint
from werkzeug.routing import BaseConverter

from rongcuo.chassis.threads import in_native_thread
from services.gateway.api import Part
from services.gateway.openapi import page
from services.gateway.openapi.operation import ProblemDocument, operation
from services.gateway.problems import MEDIA_TYPE

PREFIX = "/api/v1"
SAFE_ID = r"[A-Za-z0-9][A-Za-z0-9_.:@\-]{0,63}"


class Identifier(BaseConverter):
    """An id in an address; anything else in its place is no address of ours."""

    regex = SAFE_ID


class Document(Api):  # type: ignore[misc]
    """Problems are answered by `problems`, not here."""

    ERROR_SCHEMA = ProblemDocument
    DEFAULT_RESPONSE_CONTENT_TYPE = MEDIA_TYPE


def publish(app: Flask, parts: Iterable[Part]) -> None:
    """Serve the parts under `/api/v1`, the document at `/api/openapi.json` and the page at `/api/docs`."""
    served = tuple(parts)
    app.url_map.converters["id"] = Identifier
    for part in served:
        routes = flask.Blueprint(part.name, part.name, url_prefix=PREFIX)
        for route in part.routes:
            routes.add_url_rule(route.address, route.name, route.handler(), methods=[route.verb])
        app.register_blueprint(routes)
    app.register_blueprint(page.blueprint(_once(lambda: in_native_thread(written, served))))


def written(parts: Iterable[Part]) -> Mapping[str, Any]:
    """The document of these parts."""
    app = Flask("described", static_folder=None, template_folder=None)
    app.url_map.converters["id"] = Identifier
    app.config.update(API_TITLE="容错纠错备案与审查平台 · Rongcuo", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    document = Document(app)
    document.register_converter(Identifier, lambda _: {"type": "string", "pattern": f"^{SAFE_ID}$"})
    document.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})
    for part in parts:
        document.register_blueprint(_blueprint(part))
    whole: Mapping[str, Any] = document.spec.to_dict()
    return whole


def _once(write: Callable[[], Mapping[str, Any]]) -> Callable[[], Mapping[str, Any]]:
    """Whoever asks meanwhile waits for the first."""
    writing = Lock()
    known: list[Mapping[str, Any]] = []

    def document() -> Mapping[str, Any]:
        with writing:
            if not known:
                known.append(write())
        return known[0]

    return document


def untraced_addresses(parts: Iterable[Part]) -> frozenset[str]:
    """Those of the parts' routes by which nobody may be traced."""
    return frozenset(PREFIX + route.address for part in parts for route in part.routes if route.untraced)


def _blueprint(part: Part) -> Blueprint:
    blueprint = Blueprint(part.name, part.name, description=part.title, url_prefix=PREFIX)
    for route in part.routes:
        documented = blueprint.doc(**operation(route))(route.handler())
        blueprint.add_url_rule(route.address, route.name, documented, methods=[route.verb])
    return blueprint
