"""What it brings to the gateway: its addresses in the API, and 专线 in the console of a node that has one."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.county import operations
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.page.layout import CASEWORK, RailEntry

PART = Part("county", "专线 · The line", (
    get("/county/line", operations.LINE_STATE),
    get("/county/approvals", operations.APPROVALS),
    post("/county/approvals", operations.ASK_APPROVAL, status=201),
    get("/county/approvals/<id:approval_id>", operations.APPROVAL),
    post("/county/approvals/<id:approval_id>/withdraw", operations.WITHDRAW_APPROVAL),
    post("/county/approvals/<id:approval_id>/answer", operations.ANSWER_APPROVAL),
    get("/county/returns", operations.RETURNS),
    post("/county/returns", operations.SUBMIT_RETURN, status=201),
    get("/county/sheets", operations.SHEETS)))
RAIL = (RailEntry("console.county.line", lazy_gettext("专线"), "register",
                  frozenset({"operator"}), ("/county",)),)
LISTS = (("console.county.line", lazy_gettext("专线"), CASEWORK | {"supervisor"}),
         ("console.county.approvals", lazy_gettext("请求批准"), CASEWORK),
         ("console.county.returns", lazy_gettext("月报"), frozenset({"lead"})))
MATTERS = (("console.county.approval", operations.APPROVAL, "approval_id"),)
pages = pages_of("county", __name__)
for _page in ("line", "approvals", "returns"):
    import_module(f"{__name__}.{_page}")
