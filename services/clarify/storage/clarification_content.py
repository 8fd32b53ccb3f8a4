"""The mapping between a clarification and its row."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.casework.holding import held_by
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClarificationStart,
    ClarificationState,
    ClearedAllegation,
    ClearingAct,
    ClearingOpinion,
    ClearingReceipt,
    Concerned,
    Plan,
    ReportOutcome,
    UnitAnswer,
    UnitAsk,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import ZONE
from rongcuo.texts.folding import search_key
from services.clarify.access import clarifications as access
from services.clarify.access.reports import overseen_from
from services.clarify.domain.clarification import Application, Clarification, Objection
from services.clarify.domain.clarification.counting import counted
from services.clarify.domain.stages import Passed
from services.clarify.storage.content import (
    all_dumped,
    all_of,
    apart_in,
    apart_out,
    clock_in,
    clock_out,
    counted_out,
    day_in,
    day_out,
    dumped,
    maybe,
    moment_in,
    moment_out,
    people_in,
    people_out,
)

AS_THEY_ARE = ("report_number", "settled", "effects", "recommendation", "review_opinion",
               "with_false_accusation", "proposed_refusal", "refusal", "reasons", "directed",
               "archive_number", "personnel_body", "integrity_file", "feedback")
PEOPLE = ("engaged", "judges", "refusers")
SETS_SINCE = ("namesakes", "plans_asked", "papers")      # what rows of earlier do not have
DAYS_SINCE = ("opinion_told", "object_told", "visit_told")
SINCE = {"told": False, "signs_in": True, "stands_troubled": False}
MOMENTS = ("approved_at", "carried_out_at")
CLOCKS = ("opinion_clock", "object_clock", "visit_clock")
LISTS = {"allegations": ClearedAllegation, "acts": ClearingAct, "asks": UnitAsk,
         "receipts": ClearingReceipt}
LONGEST_ABOUT = 300     # characters
ONES = {"plan": Plan, "opinion": ClearingOpinion, "visit": Visit, "visit_answer": VisitAnswer}


def row_of(case: Clarification) -> dict[str, Any]:
    """The row that holds one."""
    assignee, concerned = case.assignee.name if case.assignee else "", case.concerned
    return case_row(case) | {
        "overseen_from": overseen_from(case.organ_id), "report_id": case.report_id,
        "concerned_id": concerned.officer_id,
        "about": " ".join(filter(None, (concerned.name, concerned.unit)))[:LONGEST_ABOUT],
        "told": access.is_told(case),
        "next_level_id": access.next_level_of(case), "unwilling_from": unwilling_from(case),
        "held_by": held_by(case).value, "assignee_id": case.assignee_id, "assignee_name": assignee,
        "sought": search_key(case.number, concerned.name, concerned.unit, assignee),
        "counted": counted_out(counted(case)), "content": _content_of(case)}


def unwilling_from(case: Clarification) -> date | None:
    """From which day on some unit has been asked and did not; None where each has done its part."""
    days = [each.answered_at.astimezone(ZONE).date() if each.answered_at else each.until + timedelta(days=1)
            for each in case.asks if each.answer is not UnitAnswer.DONE]
    return min(days, default=None)


def _content_of(case: Clarification) -> dict[str, Any]:
    return (case_content(case) | {name: getattr(case, name) for name in AS_THEY_ARE}
            | {name: people_out(getattr(case, name)) for name in PEOPLE}
            | {name: moment_out(getattr(case, name)) for name in MOMENTS}
            | {name: clock_out(getattr(case, name)) for name in CLOCKS}
            | {name: all_dumped(getattr(case, name)) for name in LISTS}
            | {name: dumped(getattr(case, name)) for name in ONES} | {
        "concerned": dumped(case.concerned), "apart": apart_out(case.apart), "start": case.start.value,
        "untrue": {number: outcome.value for number, outcome in case.untrue.items()},
        "grounds": list(case.grounds),
        "dropped": {mode.value: why for mode, why in case.dropped.items()},
        "restored": sorted(mode.value for mode in case.restored),
        "application": _application_out(case.application), "objection": _objection_out(case.objection),
        "passed": [list(each) for each in case.passed], "left_out": case.left_out,
        "of_report": None if case.of_report is None else sorted(case.of_report),
        "complaint": _objection_out(case.complaint)}
        | {name: sorted(getattr(case, name)) for name in SETS_SINCE}
        | {name: day_out(getattr(case, name)) for name in DAYS_SINCE}
        | {name: getattr(case, name) for name in SINCE})


def case_in(row: RowMapping) -> Clarification:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {
        **case_of(row), **{name: content[name] for name in AS_THEY_ARE},
        **{name: people_in(content.get(name, ())) for name in PEOPLE},
        **{name: moment_in(content[name]) for name in MOMENTS},
        **{name: clock_in(content.get(name)) for name in CLOCKS},
        **{name: all_of(kind, content.get(name, ())) for name, kind in LISTS.items()},
        **{name: maybe(kind, content.get(name)) for name, kind in ONES.items()},
        **{name: frozenset(content.get(name, ())) for name in SETS_SINCE},
        **{name: day_in(content.get(name)) for name in DAYS_SINCE},
        **{name: content.get(name, usual) for name, usual in SINCE.items()}}
    return Clarification(
        **facts, state=ClarificationState(row["state"]), report_id=row["report_id"],
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
        concerned=maybe(Concerned, content["concerned"]), apart=apart_in(content["apart"]),
        start=ClarificationStart(content["start"]),
        untrue={number: ReportOutcome(outcome) for number, outcome in content["untrue"].items()},
        grounds=tuple(content["grounds"]),
        dropped={ClarificationMode(mode): why for mode, why in content["dropped"].items()},
        restored=frozenset(map(ClarificationMode, content.get("restored", ()))),
        application=_application_in(content["application"]), objection=_objection_in(content["objection"]),
        passed=tuple(Passed(*each) for each in content["passed"]), left_out=content.get("left_out", True),
        of_report=None if content.get("of_report") is None else frozenset(content["of_report"]),
        complaint=_objection_in(content.get("complaint")))


def _application_out(made: Application | None) -> dict[str, Any] | None:
    return None if made is None else {
        "situation": made.situation, "reported": made.reported, "wish": made.wish,
        "entered_by": made.entered_by, "attachments": all_dumped(made.attachments)}


def _application_in(entry: Any) -> Application | None:
    return Application(**entry | {
        "attachments": all_of(AttachmentRef, entry["attachments"])}) if entry else None


def _objection_out(said: Objection | None) -> dict[str, Any] | None:
    return None if said is None else {
        "organ_id": said.organ_id, "words": said.words, "objected_at": said.objected_at.isoformat(),
        "attachments": all_dumped(said.attachments), "cleared": said.cleared, "answer": said.answer,
        "answered_by": said.answered_by, "answered_at": moment_out(said.answered_at), "stage": said.stage,
        "entered_by": said.entered_by}


def _objection_in(entry: Any) -> Objection | None:
    return Objection(**entry | {
        "objected_at": datetime.fromisoformat(entry["objected_at"]),
        "answered_at": moment_in(entry.get("answered_at")),
        "attachments": all_of(AttachmentRef, entry["attachments"])}) if entry else None
