"""Registers the API's routes, and with them what the document says of each."""

from collections.abc import Iterable

from flask import Flask
from flask_smorest import Api, Blueprint
from werkzeug.routing import BaseConverter

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

    def _register_error_handlers(self) -> None:
        """Ours are registered already."""


def publish(app: Flask, parts: Iterable[Part]) -> None:
    """Serve the parts under `/api/v1`, the document at `/api/openapi.json` and the page at `/api/docs`."""
    app.url_map.converters["id"] = Identifier
    app.config.update(API_TITLE="容错纠错备案与审查平台 · Rongcuo", API_VERSION="1", OPENAPI_VERSION="3.1.0",
                      OPENAPI_URL_PREFIX="/api", OPENAPI_JSON_PATH="openapi.json")
    document = Document(app)
    document.register_converter(Identifier, lambda _: {"type": "string", "pattern": f"^{SAFE_ID}$"})
    document.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})
    for part in parts:
        document.register_blueprint(_blueprint(part))
    app.register_blueprint(page.blueprint(document.spec))


def untraced_addresses(parts: Iterable[Part]) -> frozenset[str]:
    """Those of the parts' routes by which nobody may be traced."""
    return frozenset(PREFIX + route.address for part in parts for route in part.routes if route.untraced)


def _blueprint(part: Part) -> Blueprint:
    blueprint = Blueprint(part.name, part.name, description=part.title, url_prefix=PREFIX)
    for route in part.routes:
        documented = blueprint.doc(**operation(route))(route.handler())
        blueprint.add_url_rule(route.address, route.name, documented, methods=[route.verb])
    return blueprint
