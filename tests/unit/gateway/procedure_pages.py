"""Clearings and inquiries at each of their steps, as clarify answers them, from the real contracts: for the
tests of their pages and for their pictures."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import (
    ClarificationLine,
    ClarificationsPage,
    Element,
    Factor,
    FalseAccusationLine,
    FalseAccusationsPage,
    UnitAnswer,
    UnitAsk,
    UnwillingUnit,
    UnwillingUnits,
)
from rongcuo.contracts.clarify import ClarificationState as Clearing
from rongcuo.contracts.clarify import FalseAccusationState as Inquiry
from rongcuo.contracts.clarify.clarification.operations import (
    CLARIFICATION,
    CLARIFICATIONS,
    UNWILLING_UNITS,
)
from rongcuo.contracts.clarify.false_accusation.operations import FALSE_ACCUSATION, FALSE_ACCUSATIONS
from rongcuo.contracts.serialisation import dump
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.presenters import clarifications, false_accusations
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.gateway import report_pages
from tests.unit.gateway.report_pages import Look
from tests.unit.gateway.site import NOW

ASK = UnitAsk(
    ask_id="u1", unit="某街道党工委", what="在机关干部会上宣布澄清函。", until=date(2026, 3, 9),
    answer=UnitAnswer.DECLINED, reason="担心扩大影响", asked_at=NOW, answered_at=NOW)
SILENT = replace(ASK, ask_id="u2", unit="某镇党委", answer=UnitAnswer.OPEN, reason="", answered_at=None)
BOARD, ONE = "/clarify/clarifications", "/clarify/clarifications/k1"
GUIDANCE = "/clarify/guidance"
INQUIRIES, INQUIRED = "/clarify/false-accusations", "/clarify/false-accusations/x1"


def clearing(case: Clarification, *allowed: str, by: Actor = cleared.LEAD, **facts: Any) -> dict[str, Any]:
    """All that its page asks for."""
    told = clarifications.view_of(case, cleared.by(by))
    seen = replace(told, **{"allowed": allowed or told.allowed, **facts})
    return {**report_pages.BESIDE, CLARIFICATION.name: dump(seen)}


def inquiry(case: FalseAccusation, *allowed: str, by: Actor = accused.LEAD, **facts: Any) -> dict[str, Any]:
    """All that its page asks for."""
    told = false_accusations.view_of(case, accused.by(by), talks=True)
    seen = replace(told, **{"allowed": allowed or told.allowed, **facts})
    return {**report_pages.BESIDE, FALSE_ACCUSATION.name: dump(seen)}


def board(*lines: ClarificationLine) -> dict[str, Any]:
    """The list of clearings, and of units that did not do their part."""
    told = UnwillingUnits(units=tuple(
        UnwillingUnit(case_id="k1", number="澄清〔2026〕1号", organ_id="530127", ask=each)
        for each in (ASK, SILENT)))
    page = ClarificationsPage(lines=lines, counts={"organ": len(lines), "units": 1, "closed": 12})
    return {CLARIFICATIONS.name: dump(page), UNWILLING_UNITS.name: dump(told)}


def inquiries(*lines: FalseAccusationLine) -> dict[str, Any]:
    return {FALSE_ACCUSATIONS.name: dump(FalseAccusationsPage(lines=lines))}


def line(state: Clearing, **facts: Any) -> ClarificationLine:
    return replace(ClarificationLine(
        case_id="k1", number="澄清〔2026〕1号", organ_id="530127", about="刘某 · 杨桥街道办事处", state=state,
        assignee_name="王安", due_at=NOW + timedelta(days=3), opened_at=NOW - timedelta(days=4)), **facts)


def inquiry_line(state: Inquiry, **facts: Any) -> FalseAccusationLine:
    return replace(FalseAccusationLine(
        case_id="x1", number="诬核〔2026〕1号", title="对举报信访〔2026〕7号的核查", organ_id="530127",
        approver_organ_id="530100", state=state, assignee_name="王安", due_at=NOW + timedelta(days=9),
        opened_at=NOW - timedelta(days=2)), **facts)


LISTED = board(line(Clearing.ASSESSMENT), line(Clearing.APPROVAL, number="澄清〔2026〕2号"),
               line(Clearing.OBJECTED, number="澄清〔2026〕3号", due_at=NOW + timedelta(hours=5)))
INQUIRIES_LISTED = inquiries(inquiry_line(Inquiry.INQUIRY), inquiry_line(
    Inquiry.BEGIN_APPROVAL, number="诬核〔2026〕2号"))
WANG, SUBJECT = cleared.WANG, replace(cleared.SUBJECT, officer_id="liu")


def theirs(case: Clarification) -> dict[str, Any]:
    """As the person reads it whom the site signs in as the one concerned."""
    case.concerned = replace(case.concerned, officer_id=SUBJECT.officer_id)
    return clearing(case, by=SUBJECT)


OF_CLEARINGS: list[Look] = [
    ("lead", "clearings", BOARD, LISTED), ("lead", "clearings-units", f"{BOARD}?tab=units", LISTED),
    ("subject", "clearings-own", BOARD, board()), ("subject", "clearing-guidance", GUIDANCE, {}),
    ("subject", "clearing-apply", f"{BOARD}/new", {}),
    ("lead", "clearing-application", ONE, clearing(cleared.applied())),
    ("reviewer", "clearing-assessed", ONE, clearing(cleared.assessing(), by=WANG)),
    ("reviewer", "clearing-plan", f"{ONE}?tab=plan", clearing(cleared.asked(), by=WANG)),
    ("subject", "clearing-asked", ONE, theirs(cleared.asked())),
    ("lead", "clearing-before-the-head", ONE, clearing(cleared.before_the_head())),
    ("reviewer", "clearing-acts", f"{ONE}?tab=acts", clearing(
        cleared.carried_out(), by=WANG, asks=(ASK, SILENT))),
    ("lead", "clearing-closed", ONE, clearing(cleared.closed())),
    ("subject", "clearing-refused", ONE, theirs(cleared.refused())),
    ("lead", "clearing-objected", ONE, clearing(cleared.objected(), "direct", "uphold_refusal")),
    ("lead", "clearing-timeline", f"{ONE}?tab=timeline", clearing(cleared.closed())),
    *(("reviewer", f"clearing-{verb}", f"{ONE}/act/{verb}", clearing(made(), verb, by=WANG))
      for verb, made in (
          ("link_report", cleared.applied), ("assess", cleared.assessing), ("plan", cleared.answered),
          ("ask_opinion", cleared.planned), ("request_approval", cleared.answered),
          ("propose_refusal", cleared.assessing), ("record_act", cleared.carrying_out),
          ("drop_mode", cleared.carrying_out), ("ask_unit", cleared.carrying_out),
          ("archive", cleared.finished), ("visit", cleared.to_visit), ("give_feedback", cleared.visited))),
    ("reviewer", "clearing-answer_unit", f"{ONE}/act/answer_unit", clearing(
        cleared.carrying_out(), "answer_unit", by=WANG, asks=(ASK, SILENT))),
    ("lead", "clearing-approve", f"{ONE}/act/approve", clearing(cleared.before_the_head(), "approve")),
    ("subject", "clearing-opinion", f"{ONE}/act/give_opinion", theirs(cleared.asked())),
    ("subject", "clearing-objection", f"{ONE}/act/object", theirs(cleared.refused())),
]
SPOKEN = {"vault.dialogue": dump(report_pages.DIALOGUE)}
PROVEN = accused.heard(accused.weighed(accused.inquiring()))
HALF_PROVEN = accused.inquiring()
HALF_PROVEN.add_evidence("e1", *accused.EVIDENCE, accused.by(accused.WANG))
HALF_PROVEN.weigh(accused.weighing(Element.FABRICATION, Factor.SOURCE), accused.by(accused.WANG))
OF_INQUIRIES: list[Look] = [
    ("lead", "inquiries", INQUIRIES, INQUIRIES_LISTED), ("lead", "inquiries-none", INQUIRIES, inquiries()),
    *((who, f"inquiry-{name}", INQUIRED, inquiry(made(), by=by)) for who, name, made, by in (
        ("reviewer", "prepared", accused.prepared, accused.WANG),
        ("lead", "requested", accused.requested, accused.CITY),
        ("reviewer", "inquiring", accused.inquiring, accused.WANG),
        ("lead", "found", accused.found, accused.LEAD),
        ("lead", "concluded", accused.concluded, accused.LEAD))),
    ("reviewer", "inquiry-proof", f"{INQUIRED}?tab=proof", inquiry(HALF_PROVEN, by=accused.WANG)),
    ("lead", "inquiry-hearing", f"{INQUIRED}?tab=hearing", inquiry(accused.upheld()) | SPOKEN),
    ("lead", "inquiry-timeline", f"{INQUIRED}?tab=timeline", inquiry(accused.concluded())),
    *(("reviewer", f"inquiry-{verb}", f"{INQUIRED}/act/{verb}", inquiry(PROVEN, verb, by=accused.WANG))
      for verb in ("add_evidence", "weigh", "record_hearing", "record_unheard", "record_circumstances",
                   "serve_draft", "answer_draft", "request_finding", "complain", "record_handling")),
    ("lead", "inquiry-approve", f"{INQUIRED}/act/approve_finding", inquiry(accused.sent_up(),
                                                                           "approve_finding")),
]
LOOKS = [*OF_CLEARINGS, *OF_INQUIRIES]
