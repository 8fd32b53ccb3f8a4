"""What it brings to the gateway: its addresses in the API, and its pages of the console."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.followup.casebook.operations import CASEBOOK_ENTRY
from rongcuo.contracts.followup.programme.operations import PROGRAMME
from services.followup.pages.addresses import OF_PROGRAMMES
from services.followup.pages.casebook_addresses import OF_THE_CASEBOOK
from services.gateway.api.route import Part
from services.gateway.console import pages_of
from services.gateway.console.page.layout import CASEWORK, FILERS, MEMBERS, RailEntry

PART = Part("followup", "回访教育 · Followup", (*OF_PROGRAMMES, *OF_THE_CASEBOOK))
# Whoever works on programmes reaches them beside their tasks: their rail is full. The casebook is reached
# from there, and from the list of programmes.
RAIL = (
    RailEntry("console.followup.programmes", lazy_gettext("回访教育"), "people", frozenset({"supervisor"}),
              ("/followup",)),
    RailEntry("console.followup.programmes", lazy_gettext("我的回访教育"), "people", FILERS, ("/followup",)))
LISTS = (("console.followup.programmes", lazy_gettext("回访教育"), CASEWORK),
         ("console.followup.casebook", lazy_gettext("典型案例"), CASEWORK | MEMBERS))
MATTERS = (("console.followup.programme", PROGRAMME, "case_id"),
           ("console.followup.casebook_entry", CASEBOOK_ENTRY, "case_id"))
pages = pages_of("followup", __name__)
for _page in ("programme.pages", "casebook.pages", "casebook.guides"):
    import_module(f"{__name__}.{_page}")
