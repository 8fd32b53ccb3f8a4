"""Reports, orders to unseal and what is asked beside them, as clarify and the vault answer, from the real
contracts: for the tests of their pages and for their pictures."""

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rongcuo.contracts.clarify import (
    Candidates,
    CandidateView,
    Likeness,
    LinkKind,
    Outside,
    ReporterRequest,
    ReportLine,
    ReportLink,
    ReportOutcome,
    ReportsPage,
    ShieldVerdict,
    TakenRequest,
)
from rongcuo.contracts.custody import Group
from rongcuo.contracts.review import HeldBy
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault import (
    ApprovalView,
    Author,
    BoxedIdentity,
    Dialogue,
    OrdersPage,
    OrderState,
    OrderView,
    PublicKey,
    ReporterMessage,
    ReporterStatus,
    ReporterTold,
    ReporterWish,
    SealingKeys,
    Wish,
)
from rongcuo.sealing import boxes
from rongcuo.sealing.algorithms import INTL
from rongcuo.sealing.boxes import KeyPair
from services.clarify.access import reports as access
from services.clarify.domain import Report
from services.clarify.presenters.reports import view_of
from tests.unit.clarify import scene
from tests.unit.gateway.site import NOW

NAME, PHONE = "张卫东", "13812345678"
PAIRS = [KeyPair.make() for _ in range(3)]
NODE, OF_A, OF_B = (PublicKey(key_id=INTL.fingerprint(pair.public), algorithm=INTL.id,
                              public=b64encode(pair.public).decode()) for pair in PAIRS)
KEYS = SealingKeys(algorithm=INTL.id, node=NODE, a=OF_A, b=OF_B)
NO_KEYS = replace(KEYS, a=None, b=None)

ROAD = CandidateView(
    allegation=1, filing_id="f1", filing_number="530127-2026-000001", register_number="R1", alike=62,
    title="杨林片区道路项目先行施工", unit=scene.BUREAU, filer_name="柳成林", act_from=date(2026, 2, 20),
    act_until=date(2026, 12, 31), valid_from=date(2026, 2, 10), valid_until=date(2027, 2, 9),
    speaks_for=(Likeness.SAME_PERSON, Likeness.SAME_UNIT, Likeness.ALIKE_TEXT),
    speaks_against=(Likeness.OUTSIDE_PERIOD,), submitted_at=NOW - timedelta(days=9))
DIALOGUE = Dialogue(
    reporter_ref="r-7f3a", pseudonym="举报人甲", real_name=True, status=ReporterStatus.ACCEPTED,
    parts=(Part.IDENTITY, Part.CONTACT), told=(
        ReporterTold(status=ReporterStatus.RECEIVED, words="", at=NOW - timedelta(days=3), read_at=NOW),
        ReporterTold(status=ReporterStatus.ACCEPTED, words="您反映的问题已经受理。", at=NOW)),
    messages=(ReporterMessage(author=Author.OFFICE, text="施工队是哪天进场的？", at=NOW),
              ReporterMessage(author=Author.REPORTER, text="三月二日早上。", at=NOW)),
    wishes=(ReporterWish(wish=Wish.PROTECTION, text="有人打听是谁写的信。", at=NOW),))
ORDER = OrderView(
    order_id="o1", number="530127-2026-7C1D04E9", pseudonym="举报人甲", state=OrderState.ASKED,
    parts=(Part.IDENTITY, Part.CONTACT), ground="需要当面核对施工队进场的照片。", needs_consent=False,
    asked_by="zhao", asked_by_name="赵清", asked_at=NOW, window_from=NOW,
    window_until=NOW + timedelta(hours=4), tag="o1:1")
BY_A = ApprovalView(group=Group.A, by_name="甲某", key_id=OF_A.key_id, at=NOW)
BY_B = ApprovalView(group=Group.B, by_name="乙某", key_id=OF_B.key_id, at=NOW + timedelta(minutes=5))
OPEN = {"state": OrderState.OPEN, "approvals": (BY_A, BY_B), "open_until": NOW + timedelta(minutes=10)}


def report(made: Report, *allowed: str, **facts: Any) -> dict[str, Any]:
    """As clarify answers it to a lead, or to `by`, with what they may do, or other things."""
    occasion = scene.by(facts.pop("by", scene.LEAD))
    told = view_of(made, occasion, {each.report_id for each in made.links},
                   talks=access.handles(occasion.actor, made))
    return dump(replace(told, allowed=allowed or told.allowed, **facts))


def order(*allowed: str, **facts: Any) -> dict[str, Any]:
    """As the vault answers it, with what the person may do."""
    return dump(replace(ORDER, allowed=allowed, **facts))


def line_of(made: Report) -> ReportLine:
    return ReportLine(
        report_id=made.id, number=made.number, organ_id=made.organ_id, about="柳成林", channel=made.channel,
        origin=made.origin, state=made.state, held_by=HeldBy.HANDLER, assignee_id="wang",
        assignee_name="王安", late=False, suspended=False, provisional=False, tag="t", due_at=made.due_at,
        opened_at=made.opened_at)


def listed(*made: Report) -> dict[str, Any]:
    return {"clarify.reports": dump(
        ReportsPage(counts={"organ": len(made)}, lines=tuple(map(line_of, made))))}


def boxed(payload: dict[str, Any]) -> dict[str, Any]:
    """What was opened, to the key of whoever asks."""
    plain = json.dumps({"identity": {"name": NAME}, "contact": {"phone": PHONE}}).encode()
    box = boxes.put(plain, b64decode(payload["to"]), ("view", payload["order_id"]), INTL)
    return dump(BoxedIdentity(algorithm=INTL.id, box=b64encode(box).decode(),
                              open_until=NOW + timedelta(minutes=10)))


BESIDE: dict[str, Any] = {
    **listed(), "clarify.candidates": dump(Candidates(candidates=(ROAD,))),
    "vault.dialogue": dump(DIALOGUE), "vault.sealing_keys": dump(KEYS), "vault.identity": boxed,
    "vault.unsealings": dump(OrdersPage(lines=(ORDER,))), "vault.unsealing": order()}
REQUESTED = TakenRequest(kind=ReporterRequest.PROTECTION, at=NOW)
REPEATED = ReportLink(report_id="r9", number="信访〔2026〕9号", kind=LinkKind.REPEATS)


def judged() -> Report:
    """With a filing held against it, from which it differs in its days."""
    made = scene.accepted()
    made.judge_match(1, ShieldVerdict.OUTSIDE, (Outside.WAY, Outside.PERIOD), "先施工，没有照报备补办手续",
                     scene.ROAD, None, scene.by(scene.WANG))
    return made


def of(made: Report, *allowed: str, **facts: Any) -> dict[str, Any]:
    """All that a page of this report asks for."""
    return {**BESIDE, "clarify.report": report(made, *allowed, **facts)}


def about(*allowed: str, **facts: Any) -> dict[str, Any]:
    """All that a page of an order asks for."""
    return {**BESIDE, "vault.unsealing": order(*allowed, **facts)}


FOUND = scene.found(ReportOutcome.UNSUBSTANTIATED, ReportOutcome.SUBSTANTIATED)
ONE, ORDERED = "/clarify/reports/r1", "/unsealings/o1"
Look = tuple[str, str, str, dict[str, Any]]
LOOKS: list[Look] = [
    ("lead", "reports", "/clarify/reports", {**BESIDE, **listed(scene.accepted())}),
    ("reviewer", "desk", "/clarify/reports/new", BESIDE),
    ("lead", "report-received", ONE, of(scene.opened())),
    ("lead", "report-accepted", ONE, of(
        scene.accepted(real=True), requests=(REQUESTED,), links=(REPEATED,), repeats=True)),
    ("lead", "report-found", ONE, of(FOUND)),
    ("lead", "report-match", f"{ONE}?tab=match", of(judged())),
    ("lead", "report-reporter", f"{ONE}?tab=reporter", of(scene.accepted(real=True))),
    ("lead", "report-timeline", f"{ONE}?tab=timeline", of(FOUND)),
    *(("lead", f"report-{verb}", f"{ONE}/act/{verb}", of(FOUND, verb)) for verb in (
        "refuse", "pass_up", "link", "classify", "dispose", "form_team", "find", "answer_clearing",
        "retrospect", "recuse")),
    ("lead", "report-judge", f"{ONE}/act/judge_match?pair=1:f1", of(judged(), "judge_match")),
    ("custodian", "orders", "/unsealings", BESIDE),
    ("custodian", "order-approve", ORDERED, about("approve", "refuse")),
    ("lead", "order-consent", ORDERED, about("consent", "refuse", needs_consent=True)),
    ("reviewer", "order-open", ORDERED, about("end", **OPEN)),
    ("reviewer", "order-identity", f"{ORDERED}/identity", about("end", **OPEN)),
    ("auditor", "order-ended", ORDERED, about(
        state=OrderState.ENDED, approvals=(BY_A, BY_B), ended_at=NOW + timedelta(minutes=3))),
    ("custodian", "custody", "/custody", BESIDE),
    ("auditor", "custody-missing", "/custody", {**BESIDE, "vault.sealing_keys": dump(NO_KEYS)}),
]
