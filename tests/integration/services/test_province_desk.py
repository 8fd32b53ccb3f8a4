"""What people do at the hub: approvals, sheets of rules, what ledgers are witnessed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.county.approvals import ApprovalKind, ApprovalOutcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import (
    AnswerApproval,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalsQuery,
    ApprovalState,
    ApprovalWithdrawn,
    ApproveSheet,
    Down,
    NodeTrouble,
    PrepareSheet,
    SheetsQuery,
    SheetTaken,
    Up,
)
from services.province import views
from services.province.usecases import answering, publishing
from tests.integration.services.province_hub import KUNMING, NOON, PROVINCE, SONGMING, YILIANG, Hub, lead

SHEET = "530000-2027-06-01.yaml"
ASKED = ApprovalAsked(request_id="r1", kind=ApprovalKind.TRACING, division_code=SONGMING, summary="追查",
                      due_on=NOON.date() + timedelta(days=3), asked_at=NOON)


@pytest.fixture
def hub(config: Config, tmp_path: Path) -> Iterator[Hub]:
    opened = Hub(config, tmp_path)
    yield opened
    opened.shop.stop()


def answer(hub: Hub, organ_id: str, outcome: ApprovalOutcome = ApprovalOutcome.GIVEN) -> Any:
    command = AnswerApproval(command_id="c1", approval_id=f"{SONGMING}:r1", outcome=outcome, reason="查")
    return hub.command(answering.answer_approval, lead(organ_id), command)


def state(hub: Hub) -> ApprovalState:
    [one] = hub.ask(views.approvals.approvals, ApprovalsQuery()).approvals
    found: ApprovalState = one.state
    return found


def test_a_countys_question_is_answered_once_by_its_prefecture(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.APPROVAL_ASKED, ASKED, ASKED, replace(ASKED, summary="另一件"))
    node.exchange()
    for stranger in (SONGMING, YILIANG, "530300"):
        with pytest.raises(CaseError, match="not_found"):
            answer(hub, stranger)
    assert answer(hub, KUNMING).state is ApprovalState.GIVEN
    with pytest.raises(CaseError, match=r"province\.approval_over"):
        answer(hub, KUNMING, ApprovalOutcome.REFUSED)
    node.exchange()
    assert [(each["outcome"], each["by"]) for each in node.heard_of(Down.APPROVAL_ANSWERED)] == [
        ("given", KUNMING)]
    assert [each.code for each in hub.detail(SONGMING).asides] == ["province.asked_before"]


def test_of_who_is_managed_by_the_province_the_province_answers(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.APPROVAL_ASKED, replace(ASKED, provincial=True))
    node.exchange()
    with pytest.raises(CaseError, match="not_found"):
        answer(hub, KUNMING)
    assert answer(hub, PROVINCE).asked_of == PROVINCE


def test_a_prefecture_that_is_a_node_answers_there(hub: Hub) -> None:
    node, prefecture = hub.node(SONGMING), hub.node(KUNMING)
    node.tell(Up.APPROVAL_ASKED, ASKED)
    node.exchange()
    with pytest.raises(CaseError, match=r"province\.at_its_node"):
        answer(hub, KUNMING)
    prefecture.exchange()
    [asked] = prefecture.heard_of(Down.APPROVAL_ASKED)
    given = ApprovalAnswered(request_id=asked["request_id"], outcome=ApprovalOutcome.REFUSED,
                             reason="证据不足", by=KUNMING, at=NOON)
    prefecture.tell(Up.APPROVAL_GIVEN, given, given,
                    replace(given, outcome=ApprovalOutcome.GIVEN))
    prefecture.exchange()
    node.exchange()
    assert [(each["request_id"], each["outcome"]) for each in node.heard_of(Down.APPROVAL_ANSWERED)] == [
        ("r1", "refused")]
    assert [each.code for each in hub.detail(KUNMING).asides] == ["province.approval_over"]


def test_another_node_answers_nothing(hub: Hub) -> None:
    node, other = hub.node(SONGMING), hub.node(YILIANG)
    node.tell(Up.APPROVAL_ASKED, ASKED)
    node.exchange()
    other.tell(Up.APPROVAL_GIVEN, ApprovalAnswered(
        request_id=f"{SONGMING}:r1", outcome=ApprovalOutcome.GIVEN, by=KUNMING, at=NOON))
    other.exchange()
    assert (state(hub), [each.code for each in hub.detail(YILIANG).asides]) == (
        ApprovalState.ASKED, ["province.not_its_own"])


def test_what_is_withdrawn_or_too_late_is_answered_no_more(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.APPROVAL_ASKED, ASKED)
    node.tell(Up.APPROVAL_WITHDRAWN, ApprovalWithdrawn(request_id="r1", at=NOON))
    node.exchange()
    with pytest.raises(CaseError, match=r"province\.approval_over"):
        answer(hub, KUNMING)
    assert state(hub) is ApprovalState.WITHDRAWN


def test_the_last_local_day_counts_and_then_it_expires(hub: Hub) -> None:
    node, prefecture = hub.node(SONGMING), hub.node(KUNMING)
    node.tell(Up.APPROVAL_ASKED, ASKED)
    node.exchange()
    hub.wait(days=3, hours=11, minutes=59)
    answering.expire(hub.shop.context(Tick()))
    assert state(hub) is ApprovalState.ASKED
    hub.wait(minutes=1)
    answering.expire(hub.shop.context(Tick()))
    assert state(hub) is ApprovalState.EXPIRED
    node.exchange()
    prefecture.exchange()
    assert node.heard_of(Down.APPROVAL_ANSWERED)[0]["outcome"] == "expired"
    assert len(prefecture.heard_of(Down.APPROVAL_WITHDRAWN)) == 1


def test_one_prepares_a_sheet_another_approves_it_and_all_nodes_get_it_also_later_ones(hub: Hub) -> None:
    first = hub.node(SONGMING)
    prepare = PrepareSheet(command_id="c1", name=SHEET, body="since: 2027-06-01\n")
    sheet = hub.command(publishing.prepare_sheet, lead(PROVINCE, "li"), prepare)
    approve = ApproveSheet(command_id="c2", name=SHEET, digest=sheet.digest)
    with pytest.raises(CaseError, match=r"province\.same_person"):
        hub.command(publishing.approve_sheet, lead(PROVINCE, "li"), approve)
    with pytest.raises(CaseError, match="forbidden"):
        hub.command(publishing.approve_sheet, lead(SONGMING, "wang"), approve)
    hub.command(publishing.approve_sheet, lead(PROVINCE, "wang"), approve)
    later = hub.node(YILIANG)
    for node in (first, later):
        node.exchange()
        assert [each["name"] for each in node.heard_of(Down.SHEET)] == [SHEET]
    has = SheetTaken(name=SHEET, digest=sheet.digest, at=NOON)
    later.tell(Up.PACK_TAKEN, replace(has, code="policy.invalid_pack"))
    first.tell(Up.PACK_TAKEN, has)
    first.exchange()
    later.exchange()
    [seen] = hub.ask(views.sheets.sheets, SheetsQuery()).sheets
    assert (seen.taken, [(each.node, each.code) for each in seen.lags]) == (
        1, [(YILIANG, "policy.invalid_pack")])
    with pytest.raises(CaseError, match=r"province\.published_before"):
        hub.command(publishing.prepare_sheet, lead(PROVINCE), replace(prepare, body="since: 2027-06-02\n"))


@pytest.mark.parametrize(("name", "calendar", "body"), [
    ("rules.yaml", False, "a: 1"), ("999999-2027-06-01.yaml", False, "a: 1"), (SHEET, False, "- a"),
    (SHEET, False, "a: ["), ("2027.yaml", True, "year: 2027")])
def test_what_is_no_sheet_is_not_prepared(hub: Hub, name: str, calendar: bool, body: str) -> None:
    with pytest.raises(CaseError, match=r"province\.sheet_unfit"):
        hub.command(publishing.prepare_sheet, lead(PROVINCE), PrepareSheet(
            command_id="c1", name=name, calendar=calendar, body=body))


@pytest.mark.parametrize(("size", "root", "trouble"), [
    (5, b"r", ()), (9, b"r", ()), (4, b"r", (NodeTrouble.SHORTER,)), (5, b"q", (NodeTrouble.REWRITTEN,))])
def test_a_ledger_that_does_not_go_on_marks_its_node(
        hub: Hub, size: int, root: bytes, trouble: tuple[NodeTrouble, ...]) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.WITNESS, node.witness(5), node.witness(size, root * 32))
    node.exchange()
    detail = hub.detail(SONGMING)
    assert (detail.node.troubles, detail.asides) == (trouble, ())
    assert [each.size for each in detail.witnesses][-1] == max(size, 5)
    assert node.heard_of(Down.WITNESSED)[-1]["notes"]
    with hub.shop.context(Tick()).unit() as unit:
        lines = list(unit.record(SONGMING).audits("ledger_witnessed"))
    assert len(lines) == (1 if (size, root) == (5, b"r") else 2)


def test_a_checkpoint_that_nobody_signed_is_kept_aside(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.WITNESS, node.witness(5, by=Ed25519PrivateKey.generate()))
    node.exchange()
    assert [each.code for each in hub.detail(SONGMING).asides] == ["province.note_unsigned"]
