"""What the hub brings to the gateway: its addresses in the API; pages of nodes, sheets, approvals, returns
and of whether places decide alike. Its dashboard is insight's, of what all nodes have told."""

from importlib import import_module

from flask_babel import lazy_gettext

from rongcuo.contracts.province import operations as contract
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of
from services.gateway.console.page.layout import RailEntry

PART = Part("province", "节点汇总 · Province", (
    get("/province/nodes", contract.NODES),
    get("/province/nodes/<id:code>", contract.NODE),
    get("/province/figures", contract.FIGURES),
    get("/province/matter", contract.MATTER),
    get("/province/consistency", contract.CONSISTENCY),
    get("/province/outliers", contract.OUTLIERS),
    get("/province/sheets", contract.SHEETS),
    post("/province/sheets", contract.PREPARE_SHEET, status=201),
    post("/province/sheets/approve", contract.APPROVE_SHEET),
    get("/province/approvals", contract.APPROVALS),
    get("/province/approvals/<id:approval_id>", contract.APPROVAL),
    post("/province/approvals/<id:approval_id>/answer", contract.ANSWER_APPROVAL),
    get("/province/returns", contract.RETURNS),
))
WORD = lazy_gettext("节点")
WATCHES = frozenset({"supervisor", "operator"})
RAIL = (RailEntry("console.province.nodes", WORD, "building", frozenset({"operator"}),
                  ("/province", "/insight/nodes")),)
LISTS = (("console.province.nodes", WORD, frozenset({"supervisor"})),
         ("console.province.approvals", lazy_gettext("下级请示"), frozenset({"lead"})))
MATTERS = (("console.province.approval", contract.APPROVAL, "approval_id"),)
pages = pages_of("province", __name__)
import_module(f"{__name__}.nodes")
import_module(f"{__name__}.deciding")
import_module(f"{__name__}.comparing")
