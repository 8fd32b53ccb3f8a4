"""What it brings to the gateway: its addresses in the API, and its pages of the console."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.followup.casebook.operations import CASEBOOK_ENTRY
from rongcuo.contracts.followup.problem.operations import PROBLEM
from rongcuo.contracts.followup.programme.operations import PROGRAMME
from rongcuo.contracts.followup.proposal.operations import PROPOSAL
from rongcuo.contracts.followup.record.operations import CORRECTION
from rongcuo.contracts.followup.year.operations import VISIT_YEAR
from services.followup.pages.casebook.addresses import OF_THE_CASEBOOK
from services.followup.pages.problem.addresses import OF_PROBLEMS
from services.followup.pages.programme.addresses import OF_PROGRAMMES
from services.followup.pages.proposal.addresses import OF_PROPOSALS
from services.followup.pages.record.addresses import OF_RECORDS
from services.followup.pages.year.addresses import OF_YEARS
from services.gateway.api.route import Part
from services.gateway.console import pages_of
from services.gateway.console.page.layout import CASEWORK, FILERS, MEMBERS, RailEntry

PART = Part("followup", "回访教育 · Followup", (
    *OF_PROGRAMMES, *OF_PROBLEMS, *OF_PROPOSALS, *OF_THE_CASEBOOK, *OF_RECORDS, *OF_YEARS))
# Whoever works on these reaches them beside their tasks: their rail is full. Supervisors reach the casebook,
# problems, proposals, records and years from the list of programmes, and whoever files their own record.
RAIL = (
    RailEntry("console.followup.programmes", lazy_gettext("回访教育"), "people", frozenset({"supervisor"}),
              ("/followup", "/records")),
    RailEntry("console.followup.programmes", lazy_gettext("我的回访教育"), "people", FILERS,
              ("/followup/programmes", "/records")),
    RailEntry("console.followup.proposals", lazy_gettext("收到的建议书"), "people", FILERS,
              ("/followup/proposals",)))
LISTS = (
    ("console.followup.programmes", lazy_gettext("回访教育"), CASEWORK),
    ("console.followup.problems", lazy_gettext("问题清单"), CASEWORK),
    ("console.followup.proposals", lazy_gettext("建议书"), CASEWORK),
    ("console.followup.casebook", lazy_gettext("典型案例"), CASEWORK | MEMBERS),
    ("console.followup.records", lazy_gettext("履职记录"), CASEWORK),
    ("console.followup.corrections", lazy_gettext("更正申请"), frozenset({"lead"})))
MATTERS = (
    ("console.followup.programme", PROGRAMME, "case_id"),
    ("console.followup.problem", PROBLEM, "case_id"),
    ("console.followup.proposal", PROPOSAL, "case_id"),
    ("console.followup.casebook_entry", CASEBOOK_ENTRY, "case_id"),
    ("console.followup.correction", CORRECTION, "case_id"),
    ("console.followup.visit_year", VISIT_YEAR, "case_id"))
pages = pages_of("followup", __name__)
for _page in ("programme.pages", "problem.pages", "proposal.pages", "casebook.pages", "casebook.guides",
              "record.pages", "year.pages"):
    import_module(f"{__name__}.{_page}")
