"""The web console: what people see. It asks the services and shows; it decides nothing."""

from pathlib import Path

from flask import Blueprint

from services.gateway.statics import serve_statics

blueprint = Blueprint("console", __name__, template_folder="templates")
serve_statics(blueprint, Path(__file__).parent / "static")
