"""What the hub can be told and asked."""

from typing import Final

from rongcuo.contracts.insight import InsightFigures, InsightQuery
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.province.commands import AnswerApproval, ApproveSheet, PrepareSheet
from rongcuo.contracts.province.desk import (
    ApprovalQuery,
    ApprovalsQuery,
    ApprovalsView,
    HubApprovalView,
    ReturnsQuery,
    ReturnsView,
    SheetsQuery,
    SheetsView,
    SheetView,
)
from rongcuo.contracts.province.line import Exchanged, Frame
from rongcuo.contracts.province.views import (
    ConsistencyQuery,
    ConsistencyView,
    MatterQuery,
    MattersView,
    MatterView,
    NodeDetail,
    NodeQuery,
    NodesQuery,
    NodesView,
    OutliersQuery,
)

EXCHANGE: Final = Command(
    "province", "exchange", Frame, Exchanged, signed_in=False, kept=False, of_nodes=True)
FIGURES_BELOW: Final = Query("province", "figures_below", InsightQuery, InsightFigures, of_nodes=True)
OF_NODES: Final = (EXCHANGE, FIGURES_BELOW)
FIGURES: Final = Query(
    "province", "figures", InsightQuery, InsightFigures,
    zh="各节点上报汇总的看板统计", en="The figures of the dashboard, of all nodes together")
NODES: Final = Query(
    "province", "nodes", NodesQuery, NodesView,
    zh="各节点:是否连通、滞后、版本、规则", en="The nodes: connected or not, lag, version, rules")
NODE: Final = Query("province", "node", NodeQuery, NodeDetail, zh="一个节点", en="One node")
MATTER: Final = Query("province", "matter", MatterQuery, MatterView,
                      zh="一件事项的摘要", en="The summary of one matter")
CONSISTENCY: Final = Query(
    "province", "consistency", ConsistencyQuery, ConsistencyView,
    zh="各地认定结果是否一致", en="Whether determinations end alike in all places")
OUTLIERS: Final = Query("province", "outliers", OutliersQuery, MattersView,
                        zh="偏离的事项", en="The matters behind an outlier")
SHEETS: Final = Query("province", "sheets", SheetsQuery, SheetsView,
                      zh="规则和日历:各节点是否已经使用", en="Sheets of rules: which nodes have taken them")
PREPARE_SHEET: Final = Command("province", "prepare_sheet", PrepareSheet, SheetView,
                               zh="拟发一份规则或日历", en="Prepare a sheet of rules")
APPROVE_SHEET: Final = Command("province", "approve_sheet", ApproveSheet, SheetView,
                               zh="批准并发给各节点", en="Approve a sheet: it goes to all nodes")
APPROVALS: Final = Query("province", "approvals", ApprovalsQuery, ApprovalsView,
                         zh="下级请求的审批", en="What organs below ask approval of")
APPROVAL: Final = Query("province", "approval", ApprovalQuery, HubApprovalView,
                        zh="一件请求的审批", en="One of them")
ANSWER_APPROVAL: Final = Command("province", "answer_approval", AnswerApproval, HubApprovalView,
                                 zh="答复审批", en="Answer what an organ below has asked")
RETURNS: Final = Query("province", "returns", ReturnsQuery, ReturnsView,
                       zh="月报", en="Monthly returns")
