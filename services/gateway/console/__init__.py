"""The web console: what people see. It asks the services and shows; it decides nothing."""

from flask import Blueprint

blueprint = Blueprint("console", __name__, template_folder="templates", static_folder="static",
                      static_url_path="/static")
