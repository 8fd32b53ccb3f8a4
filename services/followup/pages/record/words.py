"""The words of a record's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.filing import OutcomeKind, OutcomeUnit
from rongcuo.contracts.followup import CorrectionState, FactKind, VisitKind, VisitState
from rongcuo.contracts.followup import ProgrammeState as State
from services.gateway.console.page.labels import WORK_TABS, Words

KINDS: Words = {
    FactKind.FILING: lazy_gettext("报备"), FactKind.DETERMINATION: lazy_gettext("容错认定"),
    FactKind.PROGRAMME: lazy_gettext("回访教育")}
PROGRAMMES: Words = {
    **dict.fromkeys((State.COUNSELLING, State.ASSISTANCE, State.TRACKING, State.CONCLUDING),
                    lazy_gettext("进行中")),
    State.COMPLETED: lazy_gettext("已办结"), State.ENDED: lazy_gettext("提前终止")}
VISITS: Words = {VisitKind.FORMAL: lazy_gettext("正式回访"), VisitKind.CONTACT: lazy_gettext("随访")}
VISIT_STATES: Words = {VisitState.MADE: lazy_gettext("已回访"), VisitState.PLANNED: lazy_gettext("已安排")}
OUTCOMES: Words = {
    OutcomeKind.HOUSEHOLDS: lazy_gettext("受益户数"), OutcomeKind.WAGES: lazy_gettext("追回工资"),
    OutcomeKind.INVESTMENT: lazy_gettext("到位投资"), OutcomeKind.JOBS: lazy_gettext("新增岗位")}
UNITS: Words = {OutcomeUnit.HOUSEHOLDS: lazy_gettext("户"), OutcomeUnit.CNY: lazy_gettext("元"),
                OutcomeUnit.JOBS: lazy_gettext("个")}
SERVICES: Words = {"filing": lazy_gettext("报备"), "determination": lazy_gettext("容错认定")}
STATES: Words = {
    CorrectionState.ASKED: lazy_gettext("等答复"), CorrectionState.ANSWERED: lazy_gettext("已答复")}
TABS: Words = {"organ": lazy_gettext("待答复"), "closed": WORK_TABS["closed"],
               "own": lazy_gettext("我提出的")}
EMPTY: Words = {
    "organ": lazy_gettext("没有等本机关答复的更正申请。有人说记录里的一项不对，会出现在这里。"),
    "closed": lazy_gettext("还没有答复过的更正申请。"),
    "own": lazy_gettext("您没有申请过更正。记录里有不对的，在那一项旁边申请。")}
