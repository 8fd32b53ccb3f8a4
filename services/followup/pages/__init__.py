"""What it brings to the gateway: its addresses in the API, and its pages of the console."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.followup.programme import operations as programmes
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.page.layout import RailEntry

PART = Part("followup", "回访教育 · Followup", (
    post("/followup/programmes", programmes.OPEN_PROGRAMME, status=201),
    get("/followup/programmes", programmes.PROGRAMMES),
))
RAIL = (RailEntry("console.followup.programmes", lazy_gettext("回访教育"), "list",
                  frozenset({"reviewer", "lead", "supervisor"}), ("/followup",)),)
pages = pages_of("followup", __name__)
for _page in ("programme.pages",):
    import_module(f"{__name__}.{_page}")
