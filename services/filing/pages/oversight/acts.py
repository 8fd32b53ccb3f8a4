"""What can be done in the later life of a filing: each operation as a form, and who learns of it."""

from functools import partial

from flask_babel import lazy_gettext

from rongcuo.contracts.filing.oversight import operations
from rongcuo.contracts.readers import Reader
from services.filing.pages.oversight import forms as read
from services.filing.pages.oversight.words import VERBS
from services.gateway.console.case.actions import Act, Kind, always

FILER, OFFICER = lazy_gettext("报备人"), lazy_gettext("受理报备的审查人员")
LISTED = "console.oversight.oversights"
decided = partial(Act, adverse=always, rehearsed=False)

_ACTS = (
    Act(verb="plan_checkpoints", command=operations.PLAN_OVERSIGHT, word=lazy_gettext("制定检查计划"),
        fields="oversight/plan", read=read.planned, choices=read.planning, typed=read.as_planned,
        told=((lazy_gettext("检查人"), lazy_gettext("轮到的节点进入待办，到期前收到提醒。")),)),
    Act(verb="check", command=operations.RECORD_CHECKPOINT, word=lazy_gettext("记录检查情况"),
        fields="oversight/check", read=read.checked, choices=read.checking, typed=read.chosen_checkpoint,
        read_by=Reader.FILER,
        told=((FILER, lazy_gettext("看到检查情况；有指导意见的，收到通知和纠正期限。")),)),
    Act(verb="report_progress", command=operations.REPORT_PROGRESS, word=lazy_gettext("报告进度"),
        fields="oversight/progress", read=read.progressed),
    Act(verb="report_deviation", command=operations.REPORT_DEVIATION, word=lazy_gettext("报告偏差"),
        fields="oversight/deviation", read=read.deviated, choices=read.bounds, read_by=Reader.REVIEWERS,
        told=((OFFICER, lazy_gettext("收到通知，给予指导。主动报告和及时纠正会如实记录。")),)),
    Act(verb="guide", command=operations.GIVE_GUIDANCE, word=lazy_gettext("给予指导"),
        fields="oversight/guide", read=read.guided, choices=read.deviations, typed=read.chosen_deviation,
        read_by=Reader.FILER, told=((FILER, lazy_gettext("收到通知：要纠正什么，在哪天以前。")),)),
    Act(verb="correct", command=operations.REPORT_CORRECTION, word=lazy_gettext("报告纠正情况"),
        fields="oversight/correct", read=read.corrected, choices=read.deviations,
        typed=read.chosen_deviation, read_by=Reader.REVIEWERS,
        told=((OFFICER, lazy_gettext("收到通知；还不到位的，会再次指导。")),)),
    Act(verb="dispute_deviation", command=operations.DISPUTE_DEVIATION, word=lazy_gettext("提出异议"),
        fields="oversight/dispute", read=read.disputed, choices=read.deviations,
        typed=read.chosen_deviation, read_by=Reader.REVIEWERS,
        told=((OFFICER, lazy_gettext("收到通知；由没有记下这一项的人答复，答复以前不作为依据。")),)),
    Act(verb="answer_dispute", command=operations.ANSWER_DISPUTE, word=lazy_gettext("答复异议"),
        fields="oversight/answer", read=read.answered, choices=read.deviations,
        typed=read.disputed_deviation, read_by=Reader.FILER,
        told=((FILER, lazy_gettext("收到通知：这一项是否成立，为什么。")),)),
    Act(verb="record_outcome", command=operations.RECORD_OUTCOME, word=lazy_gettext("登记成效"),
        fields="oversight/outcome", read=read.new_outcome, choices=read.outcomes),
    Act(verb="evaluate", command=operations.EVALUATE_MATTER, word=lazy_gettext("评估事项"),
        fields="oversight/evaluate", read=read.evaluated, choices=read.standards, read_by=Reader.FILER,
        told=((FILER, lazy_gettext("收到通知：事项已评估。评估的是事项，不是个人。")),)),
    Act(verb="hold_retrospective", command=operations.HOLD_RETROSPECTIVE, word=lazy_gettext("一案一议"),
        fields="oversight/retrospect", read=read.retrospective, read_by=Reader.ORGAN),
    Act(verb="register_meddling", command=operations.REGISTER_MEDDLING, word=lazy_gettext("登记打招呼"),
        fields="oversight/meddling", read=read.meddled, read_by=Reader.ORGAN),
    decided(verb="close_oversight", command=operations.CLOSE_OVERSIGHT, word=lazy_gettext("办结"),
            fields="oversight/close", read=read.closed, choices=read.uses, read_by=Reader.FILER,
            told=((FILER, lazy_gettext("收到通知：事项已办结，结果怎样运用。")),)),
)
OVERSIGHT = Kind(
    name="oversight.oversight", query=operations.OVERSIGHT, key="oversight_id", listed=LISTED, verbs=VERBS,
    acts={act.verb: act for act in _ACTS},
    adding=frozenset({"report_progress", "report_deviation", "correct", "guide", "dispute_deviation",
                      "answer_dispute", "register_meddling", "record_outcome", "hold_retrospective"}))
