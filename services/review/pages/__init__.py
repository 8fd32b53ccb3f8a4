"""What it brings to the gateway: the checks of filings, by the API, and the page of one."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from rongcuo.contracts.review import FilingCheckState, FilingFault
from rongcuo.contracts.review import operations as contract
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.page.backend import ask
from services.gateway.console.page.layout import signed_in

_CHECK = "/filing-checks/<id:check_id>"
PART = Part("filing_checks", "报备核查 · Filing checks", (
    get("/filing-checks", contract.FILING_CHECKS),
    get(_CHECK, contract.FILING_CHECK),
    post(f"{_CHECK}/assign", contract.ASSIGN_FILING_CHECK),
    post(f"{_CHECK}/recuse", contract.RECUSE_FROM_FILING_CHECK),
    post(f"{_CHECK}/conclude", contract.CONCLUDE_FILING_CHECK),
))
MATTERS = (("console.filing_checks.filing_check", contract.FILING_CHECK, "check_id"),)
STATES = {
    FilingCheckState.OPEN: lazy_gettext("报备核查中"),
    FilingCheckState.CONCLUDED: lazy_gettext("已有核查结论"),
    FilingCheckState.SET_ASIDE: lazy_gettext("不再核查")}
FAULTS = {
    FilingFault.UNTRUE: lazy_gettext("报备不实或者有隐瞒"),
    FilingFault.OTHERWISE: lazy_gettext("没有按报备的事项、方式、期限实施"),
    FilingFault.PROCEDURE: lazy_gettext("违反程序"), FilingFault.PRIVATE_GAIN: lazy_gettext("谋取私利")}
pages = pages_of("filing_checks", __name__)


@pages.get("/filing-checks/<check_id>")
@signed_in
def filing_check(check_id: str) -> ResponseReturnValue:
    """One, as far as it is there for the person."""
    return render_template("filing_check.html", check=ask(contract.FILING_CHECK, check_id=check_id),
                           states=STATES, faults=FAULTS)
