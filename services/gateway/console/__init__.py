"""The web console: what people see. It asks the services and shows; it decides nothing."""

from pathlib import Path

from flask import Blueprint

from services.gateway.statics import serve_statics

blueprint = Blueprint("console", __name__, template_folder="templates")
serve_statics(blueprint, Path(__file__).parent / "static")


def pages_of(service: str, module: str) -> Blueprint:
    """A service's own part of the console, with the templates beside its module. What holds for every page
    holds there: who is signed in, whose form it is, how a refusal is shown."""
    part = Blueprint(service, module, template_folder=".")
    blueprint.register_blueprint(part)
    return part
