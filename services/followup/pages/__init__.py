"""What it brings to the gateway: its addresses in the API, and its pages of the console."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.followup.programme.operations import PROGRAMME
from rongcuo.contracts.followup.record.operations import CORRECTION
from rongcuo.contracts.followup.year.operations import VISIT_YEAR
from services.followup.pages.addresses import OF_PROGRAMMES, OF_RECORDS, OF_YEARS
from services.gateway.api.route import Part
from services.gateway.console import pages_of
from services.gateway.console.page.layout import CASEWORK, FILERS, RailEntry

PART = Part("followup", "回访教育 · Followup", (*OF_PROGRAMMES, *OF_RECORDS, *OF_YEARS))
# Whoever works on programmes reaches them beside their tasks: their rail is full.
RAIL = (
    RailEntry("console.followup.programmes", lazy_gettext("回访教育"), "people", frozenset({"supervisor"}),
              ("/followup",)),
    RailEntry("console.followup.programmes", lazy_gettext("我的回访教育"), "people", FILERS, ("/followup",)),
    RailEntry("console.followup.records", lazy_gettext("履职记录"), "register", frozenset({"supervisor"}),
              ("/records",)),
    RailEntry("console.followup.own_record", lazy_gettext("我的记录"), "register", FILERS, ("/records",)))
LISTS = (
    ("console.followup.programmes", lazy_gettext("回访教育"), CASEWORK),
    ("console.followup.records", lazy_gettext("履职记录"), CASEWORK),
    ("console.followup.corrections", lazy_gettext("更正申请"), frozenset({"lead"})))
MATTERS = (
    ("console.followup.programme", PROGRAMME, "case_id"),
    ("console.followup.correction", CORRECTION, "case_id"),
    ("console.followup.visit_year", VISIT_YEAR, "case_id"))
pages = pages_of("followup", __name__)
for _page in ("programme.pages", "record.pages", "year.pages"):
    import_module(f"{__name__}.{_page}")
