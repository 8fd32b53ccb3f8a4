"""The web console: what people see. It asks the services and shows; it decides nothing."""

from pathlib import Path

from flask import Blueprint, abort, current_app

from services.gateway.statics import serve_statics

blueprint = Blueprint("console", __name__, template_folder="templates")
serve_statics(blueprint, Path(__file__).parent / "static")


def pages_of(service: str, module: str) -> Blueprint:
    """A service's own part of the console, with the templates beside its module. What holds for every page
    holds there: who is signed in, whose form it is, how a refusal is shown. An installation without the
    service has no such pages."""
    part = Blueprint(service, module, template_folder=".")
    part.before_request(lambda: require_here(module.split(".")[1]))
    blueprint.register_blueprint(part)
    return part


def require_here(service: str) -> None:
    """Not found, where this installation does not have the service."""
    if service not in current_app.extensions["settings"].present:
        abort(404)
