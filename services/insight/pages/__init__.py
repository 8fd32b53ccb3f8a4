"""What it brings to the gateway: its address in the API, and the dashboard (看板). Whoever works on cases
reaches it beside their tasks: their rail is full."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts import insight
from services.gateway.api.route import Part, get
from services.gateway.console import pages_of
from services.gateway.console.page.layout import CASEWORK, RailEntry

PART = Part("insight", "看板 · Insight", (get("/insight/figures", insight.FIGURES),))
RAIL = (RailEntry("console.insight.dashboard", lazy_gettext("看板"), "chart", frozenset({"supervisor"}),
                  ("/insight",)),)
LISTS = (("console.insight.dashboard", lazy_gettext("看板"), CASEWORK),)
pages = pages_of("insight", __name__)
import_module(f"{__name__}.dashboard")
