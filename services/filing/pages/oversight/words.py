"""The words of these pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.filing import (
    Bound,
    ColourPreset,
    LapseCause,
    ListColour,
    Mark,
    OutcomeKind,
    OutcomeUnit,
    OutcomeUse,
    OversightState,
    Track,
)
from services.gateway.console.page.labels import Words

STATES: Words = {
    OversightState.RUNNING: lazy_gettext("事中监督"),
    OversightState.STOPPED: lazy_gettext("监督停止，报备不再适用"),
    OversightState.EVALUATED: lazy_gettext("已评估"), OversightState.CLOSED: lazy_gettext("事项已办结")}
STAGES: Words = {
    "oversight_plan": lazy_gettext("待制定检查计划"), "oversight_checkpoint": lazy_gettext("待检查"),
    "oversight_guidance": lazy_gettext("待指导"), "oversight_correction": lazy_gettext("待纠正"),
    "oversight_second_look": lazy_gettext("待二次复评"),
    "oversight_dispute": lazy_gettext("异议待答复"), "oversight_evaluation": lazy_gettext("待评估")}
TABS: Words = {
    "mine": lazy_gettext("待我检查"), "organ": lazy_gettext("监督中"),
    "unplanned": lazy_gettext("待制定计划"), "closed": lazy_gettext("已办结")}
EMPTY: Words = {
    "mine": lazy_gettext("没有等您检查的节点。计划里指定您检查的，会出现在这里。"),
    "organ": lazy_gettext("没有监督中的事项。报备受理以后，会出现在这里。"),
    "unplanned": lazy_gettext("没有等待制定计划的。列入白名单、重点监控的报备受理以后，会出现在这里。"),
    "closed": lazy_gettext("还没有办结的事项。"),
    "own": lazy_gettext("您单位还没有受理的报备。受理以后，进度、偏差、成效在这里报告。")}
COLOURS: Words = {ListColour.GREEN: lazy_gettext("绿"), ListColour.YELLOW: lazy_gettext("黄"),
                  ListColour.RED: lazy_gettext("红")}
PRESETS: Words = {
    ColourPreset.BY_PHASE: lazy_gettext("按阶段"), ColourPreset.BY_RISK: lazy_gettext("按风险"),
    ColourPreset.BY_PROGRESS: lazy_gettext("按进度")}
BOUNDS: Words = {Bound.ACT: lazy_gettext("行为"), Bound.WAY: lazy_gettext("方式"),
                 Bound.PERIOD: lazy_gettext("期限")}
LAPSES: Words = {LapseCause.VOIDED: lazy_gettext("报备不再适用，不再检查"),
                 LapseCause.EXPIRED: lazy_gettext("晚于报备有效期，不再检查")}
MARKS: Words = {Mark.MET: lazy_gettext("达到"), Mark.PARTLY: lazy_gettext("部分达到"),
                Mark.NOT_MET: lazy_gettext("没有达到")}
TRACKS: Words = {Track.REGULAR: lazy_gettext("常态化监督"), Track.IMPROVEMENT: lazy_gettext("督查改进"),
                 Track.SECOND_LOOK: lazy_gettext("二次复评")}
KINDS: Words = {
    OutcomeKind.HOUSEHOLDS: lazy_gettext("受益户数"), OutcomeKind.WAGES: lazy_gettext("追回工资"),
    OutcomeKind.INVESTMENT: lazy_gettext("到位投资"), OutcomeKind.JOBS: lazy_gettext("新增岗位")}
UNITS: Words = {OutcomeUnit.HOUSEHOLDS: lazy_gettext("户"), OutcomeUnit.CNY: lazy_gettext("元"),
                OutcomeUnit.JOBS: lazy_gettext("个")}
USES: Words = {
    OutcomeUse.CASEBOOK: lazy_gettext("作为案例"), OutcomeUse.RULE_CHANGE: lazy_gettext("完善制度"),
    OutcomeUse.RISK_POINTS: lazy_gettext("提取风险点"), OutcomeUse.TRAINING: lazy_gettext("用于培训"),
    OutcomeUse.NONE: lazy_gettext("仅存档")}
VERBS: Words = {
    "plan_checkpoints": lazy_gettext("已制定检查计划"), "check": lazy_gettext("已检查"),
    "report_progress": lazy_gettext("已报告进度"), "report_deviation": lazy_gettext("已报告偏差"),
    "guide": lazy_gettext("已给予指导"), "correct": lazy_gettext("已报告纠正情况"),
    "dispute_deviation": lazy_gettext("报备人提出异议"), "answer_dispute": lazy_gettext("已答复异议"),
    "evaluate": lazy_gettext("已评估事项"), "record_outcome": lazy_gettext("已登记成效"),
    "hold_retrospective": lazy_gettext("已开展一案一议"), "close_oversight": lazy_gettext("事项已办结"),
    "require_plan": lazy_gettext("需要制定检查计划"),
    "stop_oversight": lazy_gettext("报备不再适用，监督停止"),
    "resume_oversight": lazy_gettext("报备恢复适用，监督继续"),
    "lapse": lazy_gettext("报备有效期满，晚于有效期的节点不再检查"),
    "post_ended": lazy_gettext("检查人离任，由负责人另行指定"),
    "follow_change": lazy_gettext("报备变更，此后按变更后的期限监督")}
