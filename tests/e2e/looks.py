"""The pages that the look test opens: who looks, the picture's name, the address, what services say."""

from dataclasses import replace
from typing import Any

from rongcuo.contracts.determination import (
    AppealState,
    DeterminationState,
    ItemState,
    MeetingState,
    RecusalApplication,
)
from rongcuo.contracts.filing import FilingState
from rongcuo.contracts.review import RecusalGround
from tests.unit.followup_record.scenes import LOOKS as OF_RECORDS
from tests.unit.followup_year.scenes import LOOKS as OF_YEARS
from tests.unit.gateway.casework import (
    CLEARED,
    DECIDED,
    HIT,
    MEMBERS,
    NOW,
    TEAM,
    VERIFYING,
    VOTING,
    appeal,
    case,
    meeting,
)
from tests.unit.gateway.filework import filing
from tests.unit.gateway.procedure_pages import LOOKS as OF_PROCEDURES
from tests.unit.gateway.report_pages import LOOKS as OF_REPORTS
from tests.unit.gateway.test_console_bulk import line
from tests.unit.gateway.test_console_reviews import CASE as REVIEW
from tests.unit.gateway.test_console_reviews import PACK_ID
from tests.unit.insight.pages import LOOKS as OF_FIGURES

CAN_VOTE = replace(VOTING, my_choice="", voted=("m2", "m3"), awaited=("m1", "m4", "m5"),
                   allowed=("cast_vote",))
REVEALED = replace(VOTING, state=ItemState.REVEALED, voted=tuple(MEMBERS), awaited=(), result="exempt",
                   tally={"exempt": 4, "lighten": 1}, ballots=tuple(
                       replace(ballot, choice="exempt" if ballot.member_id != "m5" else "lighten")
                       for ballot in CLEARED.ballots))
ASKED = RecusalApplication(request_id="r1", name="王某", ground=RecusalGround.RELATIVE, reason="是亲属",
                           asked_at=NOW)
OPERATIONS: dict[str, Any] = {
    "notify.watchdog": {"open_matters": 3, "open_tasks": 2, "without_task": ["f1"], "unreachable": "filing",
                        "at": NOW.isoformat()},
    "notify.deliveries": {"counts": {"failed": 1}, "deliveries": [{
        "delivery_id": "d1", "matter_id": "f1", "recipient_id": "liu", "recipient": "刘某", "channel": "mail",
        "subject": "已受理", "attempts": 5, "receipt": "550 no such user", "state": "failed"}]},
    "identity.alarms": {"alarms": [{"kind": "address", "subject": "192.0.2.1", "at": NOW.isoformat()}]}}
LACKING = [{"gap": f"{step}.named_not_looked_at", "step": step, "force": force, "about": "赵清",
            "illustrative": True} for step, force in (("accept", "acknowledge"), ("decline", "warn"))]
SUBMITTED = filing(state=FilingState.SUBMITTED, number=REVIEW["number"], pack_id=PACK_ID)

LISTED = [line(f"b{number}") for number in range(12)]
WORK: dict[str, Any] = {"page": {"lines": LISTED, "counts": {"organ": 42, "mine": 3}, "next_cursor": "c2"}}
Look = tuple[str, str, str, dict[str, Any]]
LOOKS: list[Look] = [
    ("lead", "work", "/work", WORK), ("lead", "work-newest", "/work?sort=newest", WORK),
    ("lead", "list", "/determinations", {}),
    ("lead", "unassigned", "/determinations/f1", {"determination": case(
        "assign", "accept", "refuse", "recuse", state=DeterminationState.ACCEPTANCE, assignee_id="",
        assignee_name="", team=())}),
    ("reviewer", "refuse", "/determinations/f1/act/refuse", {}),
    ("reviewer", "verification", "/determinations/f1", {"determination": case(*VERIFYING)}),
    ("reviewer", "evidence", "/determinations/f1?tab=evidence", {"determination": case(*VERIFYING)}),
    ("reviewer", "assessments", "/determinations/f1?tab=assessment", {"determination": case(*VERIFYING)}),
    ("reviewer", "assess", "/determinations/f1/assessment/three_distinctions", {}),
    ("reviewer", "negative-list", "/determinations/f1/negative-list", {}),
    ("reviewer", "report-with-hit", "/determinations/f1/act/report",
     {"determination": case("report", **HIT)}),
    ("lead", "team", "/determinations/f1", {"determination": case(*VERIFYING, team=())}),
    ("lead", "convene", "/meetings/new?case_id=f1", {}),
    ("lead", "decide", "/determinations/f1/act/make", {"determination": case("make", **DECIDED)}),
    ("lead", "concluded", "/determinations/f1", {"determination": case(
        "correct", "revoke", state=DeterminationState.CONCLUDED, **DECIDED)}),
    ("lead", "timeline", "/determinations/f1?tab=timeline", {}),
    ("lead", "clue", "/clue-disposals/new", {}),
    ("lead", "appeals", "/appeals", {}),
    ("lead", "appeal", "/appeals/ap1", {"appeal": appeal("form_panel")}),
    ("lead", "panel", "/appeals/ap1/act/form_panel", {}),
    ("lead", "appeal-decided", "/appeals/ap1", {"determination": case(**DECIDED), "appeal": appeal(
        state=AppealState.DECIDED, upheld=True, reasons="原认定事实清楚。", panel=TEAM)}),
    ("subject", "apply", "/determinations/new", {}),
    ("subject", "own", "/determinations", {}),
    ("subject", "decided", "/determinations/f1", {"determination": case(
        "lodge_appeal", state=DeterminationState.CONCLUDED, **DECIDED)}),
    ("member", "meetings", "/meetings", {}),
    ("member", "roll", "/meetings/meet1", {"meeting": meeting(
        "call_roll", "cancel", "recuse_member", state=MeetingState.CONVENED, present=0, items=(
            replace(CLEARED, state=ItemState.WAITING, ballots=(), minority=(), tally={}, result=""),))}),
    ("member", "vote", "/meetings/meet1", {"meeting": meeting("adjourn", items=(CLEARED, CAN_VOTE))}),
    ("member", "sealed", "/meetings/meet1", {}),
    ("member", "minutes", "/meetings/meet1", {"meeting": meeting(
        "write_minutes", "adjourn", items=(CLEARED, REVEALED))}),
    ("member", "sign", "/meetings/meet1", {"meeting": meeting(
        "sign_minutes", state=MeetingState.MINUTES, items=(CLEARED, REVEALED), next_to_sign="m1",
        minutes="会议听取了核查报告，逐项表决。")}),
    ("lead", "chair", "/meetings/meet1/act/name_chair", {}),
    ("member", "tasks", "/tasks", {}),
    ("member", "tasks", "/tasks", {}),
    ("supervisor", "supervisor", "/determinations/f1", {}),
    ("reviewer", "add-evidence", "/determinations/f1/act/add_evidence", {"determination": case(*VERIFYING)}),
    ("reviewer", "finding", "/determinations/f1/act/record_finding?evidence_id=e1", {
        "determination": case(*VERIFYING)}),
    ("reviewer", "recuse", "/determinations/f1/act/recuse", {"determination": case(*VERIFYING)}),
    ("lead", "correct", "/determinations/f1/act/correct", {"determination": case(
        "correct", state=DeterminationState.CONCLUDED, **DECIDED)}),
    ("lead", "answer-recusal", "/determinations/f1/act/answer_recusal", {"determination": case(
        "answer_recusal", recusals_asked=(ASKED,))}),
    ("subject", "ask-recusal", "/determinations/f1/act/ask_recusal", {
        "determination": case("ask_recusal")}),
    ("member", "substitutes", "/meetings/meet1/act/call_substitutes", {
        "meeting": meeting("call_substitutes")}),
    ("reviewer", "review", "/reviews/b1", {"filing.filing": SUBMITTED, "case": {
        **REVIEW, "missing": LACKING, "allowed": [*REVIEW["allowed"], "recuse", "hand_up", "form_team"]}}),
    ("subject", "draft", "/filings/b1", {"filing.filing": filing("submit", "revise", "discard")}),
    ("lead", "search", "/search?search=容认", {}),
    ("operator", "operations", "/operations", OPERATIONS),
    *OF_REPORTS, *OF_PROCEDURES, *OF_FIGURES, *OF_RECORDS, *OF_YEARS,
]
