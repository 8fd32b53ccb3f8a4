"""What comes down the line takes effect with the numbers, and what officers do goes up with it."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from rongcuo.casework.counting.returned import checksum_of
from rongcuo.contracts import county as contract
from rongcuo.contracts import determination, filing
from rongcuo.contracts.county import ApprovalKind, ApprovalOutcome, ApprovalState, operations
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.ledger import LedgerCheckpoint
from rongcuo.contracts.province.line import (
    ApprovalAnswered,
    ApprovalWithdrawn,
    Down,
    ReturnRefused,
    SheetPublished,
    Up,
    Witness,
)
from services.county import views
from services.county.usecases import approvals, returns, witnessing
from tests.integration.county.hub import Hub, Node, lead
from tests.unit.insight.events import at, told

CALENDAR = Path("rongcuo/policy/calendars/national-2026.yaml").read_text("utf-8").replace("2026", "2031")


def published(name: str, body: str, **changed: object) -> SheetPublished:
    facts = {"name": name, "calendar": False, "digest": sha256(body.encode()).hexdigest(), "body": body,
             "published_at": at(3, 1)}
    return SheetPublished(**facts | changed)


def sheet(day: str) -> str:
    text = Path("rongcuo/policy/packs/530000-2027-02-01.yaml").read_text("utf-8")
    return text.replace("2027-02-01", day)


def asked(node: Node, days: int = 5) -> contract.NodeApprovalView:
    now = node.shop.time.now()
    return node.does(approvals.ask, contract.AskApproval(
        command_id="x", kind=ApprovalKind.TRACING, summary="一件匿名举报需要追查",
        due_on=now.date() + timedelta(days=days)), lead())


def seen(node: Node, approval_id: str) -> contract.NodeApprovalView:
    return node.sees(views.approval, contract.ApprovalQuery(approval_id=approval_id), lead())


def answer(approval_id: str, outcome: ApprovalOutcome = ApprovalOutcome.GIVEN) -> ApprovalAnswered:
    return ApprovalAnswered(request_id=approval_id, outcome=outcome, by="530100", at=at(3, 3))


def test_a_sheet_is_taken_once_and_every_process_reads_it(node: Node, hub: Hub) -> None:
    body = sheet("2031-05-01")
    hub.send(Down.SHEET, published("530000-2031-05-01.yaml", body), published("530000-2031-05-01.yaml", body))
    node.exchange()
    node.exchange()
    assert [(each["name"], each["code"]) for each in hub.book.bodies(Up.PACK_TAKEN)] == [
        ("530000-2031-05-01.yaml", "")] * 2
    assert "@2031-05-01." in node.shop.rules.pack("530125", date(2031, 5, 2)).id
    assert (node.config.sheets / "530000-2031-05-01.yaml").read_text("utf-8") == body


@pytest.mark.parametrize(("name", "body", "changed", "code"), [
    ("530000-2031-05-01.yaml", "a", {"digest": "0" * 64}, "county.sheet_altered"),
    ("../../x.yaml", "a: 1", {}, "county.sheet_name"),
    ("530000-2031-05-01.yaml", "division: '530000'\nvalid_from: 2031-05-01\nstages: 3\n", {},
     "policy.invalid_pack"),
    ("530000-2023-06-01.yaml", 'division: "530000"\nname: 云南省\nvalid_from: 2023-06-01\n', {},
     "county.sheet_takes_packs_away"),
    ("national-2031.yaml", "year: x", {"calendar": True}, "calendar.invalid"),
])
def test_a_sheet_that_cannot_be_run_under_is_refused_and_the_hub_told_why(
        node: Node, hub: Hub, name: str, body: str, changed: dict[str, object], code: str) -> None:
    before = node.shop.rules.pack("530125", date(2026, 3, 2)).id
    hub.send(Down.SHEET, published(name, body, **changed))
    node.exchange()
    node.exchange()
    assert [each["code"] for each in hub.book.bodies(Up.PACK_TAKEN)] == [code]
    assert not list(node.config.sheets.glob("**/*.yaml"))
    assert node.shop.rules.pack("530125", date(2026, 3, 2)).id == before


def test_a_request_goes_up_and_its_answer_is_told_once(node: Node, hub: Hub) -> None:
    request = asked(node)
    assert request.state is ApprovalState.ASKED
    node.exchange()
    assert seen(node, request.approval_id).state is ApprovalState.SENT
    hub.send(Down.APPROVAL_ANSWERED, answer(request.approval_id), answer(request.approval_id))
    node.exchange()
    stands = seen(node, request.approval_id)
    assert (stands.state, stands.answered_by, stands.late_outcome) == (ApprovalState.GIVEN, "530100", None)
    with node.shop.database.reading() as session:
        from rongcuo.chassis.database.tables import outbox
        assert session.query(outbox).count() == 1


@pytest.mark.parametrize("over", ["withdrawn", "expired"])
def test_an_answer_that_comes_too_late_changes_nothing_and_is_shown(
        node: Node, hub: Hub, over: str) -> None:
    request = asked(node, days=0)
    node.exchange()
    if over == "withdrawn":
        node.does(approvals.withdraw, contract.WithdrawApproval(
            command_id="w", approval_id=request.approval_id), lead())
    else:
        from services.county.storage import CountyStorage
        with node.shop.database.writing() as session, session.begin():
            store = CountyStorage(session)
            stale = store.get(request.approval_id)
            stale.due_on = date(2020, 1, 1)
            stale.edits += 1
            store.put(stale)
    hub.send(Down.APPROVAL_ANSWERED, answer(request.approval_id))
    node.exchange()
    stands = seen(node, request.approval_id)
    assert (stands.state, stands.late_outcome) == (ApprovalState(over), ApprovalOutcome.GIVEN)


def test_a_request_withdrawn_below_is_withdrawn_here_and_one_of_elsewhere_kept_aside(
        node: Node, hub: Hub) -> None:
    hub.send(Down.APPROVAL_WITHDRAWN, ApprovalWithdrawn(request_id="unknown", at=at(3, 3)))
    node.exchange()
    told_of = node.sees(views.line, contract.LineQuery(), lead())
    assert [each.code for each in told_of.aside] == ["not_found"]


def test_a_month_is_frozen_with_its_signature_and_a_correction_says_why(node: Node, hub: Hub) -> None:
    node.hear(told(filing.FilingSubmitted, matter_id="a", organ_id="530125", now=at(3, 2)))
    month = contract.SubmitReturn(command_id="r", period="2026-03")
    first = node.does(returns.submit, month, lead(), node.this)
    node.hear(told(filing.FilingSubmitted, matter_id="b", organ_id="530125", now=at(3, 9)))
    with pytest.raises(CaseError, match=r"county\.reason_wanted"):
        node.does(returns.submit, month, lead(), node.this)
    second = node.does(returns.submit, contract.SubmitReturn(
        command_id="r2", period="2026-03", reason="补记一件"), lead(), node.this)
    assert [(each.revision, each.rows[0].amount) for each in (first, second)] == [(1, 1), (2, 2)]
    node.exchange()
    sent = hub.book.bodies(Up.RETURN)
    assert [each["revision"] for each in sent] == [1, 2]
    assert sent[0]["signature"].startswith("county-530125/")
    hub.send(Down.RETURN_REFUSED, ReturnRefused(
        organ_id="530125", period="2026-03", revision=1, code="invalid"))
    node.exchange()
    page = node.sees(views.returns_page, contract.ReturnsQuery(), lead())
    assert [(each.revision, each.sent, each.refused_code) for each in page.lines] == [
        (2, True, ""), (1, True, "invalid")]
    assert page.lines[1].checksum == first.checksum != checksum_of(())


def test_a_ledger_shorter_or_another_than_the_hub_has_witnessed_is_seen(node: Node, hub: Hub) -> None:
    """The origin of each note is the ledger's; what it is now is what the service answers."""
    notes = ("node/filing\n4\nAAAA\n\n— x y\n", "node/review\n2\nAAAA\n\n— x y\n")
    hub.send(Down.WITNESSED, Witness(notes=notes))
    node.exchange()

    def ask_itself(operation, question):
        lines, root = {"filing": (3, ""), "review": (9, "ff")}[operation.service]
        return LedgerCheckpoint(origin=f"node/{operation.service}", lines=lines, root=root,
                                note=f"node/{operation.service}\n{lines}\nAAAA\n\n— x y\n")
    node.this.ledgers = ("filing", "review")
    from rongcuo.chassis.triggers import Tick
    for _ in range(2):
        problem = witnessing.look(node.shop.context(Tick(), ask_itself=ask_itself), node.this)
        assert problem == "node/filing: shorter"
    shown = node.sees(views.line, contract.LineQuery(), lead())
    assert shown.ledgers == ("node/filing: shorter", "node/review: rewritten")
    node.exchange()
    assert [len(each["notes"]) for each in hub.book.bodies(Up.WITNESS)] == [2]
    assert hub.book.frames[-1].report.trouble == "node/filing: shorter, node/review: rewritten"


def test_a_matter_is_summed_up_for_an_officer_above_from_whom_it_is_not_kept(node: Node) -> None:
    from rongcuo.casework.apart import officer_keys
    from rongcuo.chassis.triggers import Query
    opened = told(determination.DeterminationOpened, matter_id="a", organ_id="530125", now=at(3, 2),
                  keys=tuple(officer_keys("apart")), ended=True)
    node.hear(opened)

    def asks(officer_id: str, division: str, caller: str = "province") -> operations.CaseSummary:
        officer = operations.AskingOfficer(
            officer_id=officer_id, name="郑平", organ_id=division, division_code=division,
            roles=("supervisor",))
        return views.case_summary(node.shop.context(Query(), caller=caller), operations.CaseSummaryQuery(
            officer=officer, source="determination", matter_id="a"))

    assert asks("watch", "530100").organ_id == "530125"
    for officer_id, division in (("apart", "530100"), ("watch", "530300"), ("watch", "530125")):
        with pytest.raises(CaseError, match="not_found"):
            asks(officer_id, division)
    with pytest.raises(CaseError, match="forbidden"):
        asks("watch", "530100", caller="filing")
