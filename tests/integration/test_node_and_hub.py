"""A node and its hub, each with its own code and database: what one makes the other takes, and either may be
restored from a backup. The hub is on each database, the node on SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from rongcuo.chassis.config import Config
from rongcuo.chassis.signing import key_folder
from rongcuo.contracts import county as contract
from rongcuo.contracts import filing
from rongcuo.contracts.county import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province import (
    AnswerApproval,
    ApproveSheet,
    Exchanged,
    Frame,
    PrepareSheet,
    ReturnsQuery,
    SheetsQuery,
)
from services.county.storage import CountyStorage
from services.county.usecases import approvals, resuming, returns
from services.county.views import approval, returns_page
from services.province import storage, views
from services.province.usecases import answering, publishing, registry
from tests.integration.county.hub import NODE_CODE, Node
from tests.integration.county.hub import lead as lead_below
from tests.integration.services.province_hub import KUNMING, PROVINCE, Hub, lead
from tests.unit.insight.events import at, told

CALENDAR = Path("rongcuo/policy/calendars/national-2026.yaml").read_text("utf-8")
SHEET = "national-2026.yaml"


class Line:
    """Of one node to its hub. Both go by the hub's clock."""

    def __init__(self, config: Config, folder: Path) -> None:
        self.hub = Hub(replace(config, node=PROVINCE), folder)
        self.file = folder / "node.db"
        below = replace(config, node=NODE_CODE, uplink_url="embedded://hub", data_dir=folder / "node",
                        database_url=f"sqlite:///{self.file}")
        self.node = Node(below, self.call)  # type: ignore[arg-type]
        self.hub.at = self.node.shop.time.now()
        keys = key_folder(self.node.config)
        keys.make(NODE + NODE_CODE, self.hub.at)
        key = self.hub.keys.trust(NODE + NODE_CODE, keys.accepted(NODE + NODE_CODE)[-1].raw, self.hub.at)
        self.hub.operate(registry.register, NODE_CODE, key, self.hub.at)

    def call(self, _operation: Any, frame: Frame) -> Exchanged:
        return self.hub.send(NODE_CODE, frame)

    def hear(self, *matters: str) -> None:
        for matter in matters:
            self.node.hear(told(filing.FilingSubmitted, matter_id=matter, organ_id=NODE_CODE, now=at(3, 2)))

    def ask(self) -> str:
        asked: contract.NodeApprovalView = self.node.does(approvals.ask, contract.AskApproval(
            command_id="x", kind=ApprovalKind.TRACING, summary="一件匿名举报需要追查",
            due_on=self.hub.at.date() + timedelta(days=5)), lead_below())
        return asked.approval_id

    def state(self, approval_id: str) -> ApprovalState:
        seen: contract.NodeApprovalView = self.node.sees(
            approval, contract.ApprovalQuery(approval_id=approval_id), lead_below())
        return seen.state

    def answer(self, approval_id: str) -> None:
        self.hub.command(answering.answer_approval, lead(KUNMING), AnswerApproval(
            command_id="a", approval_id=f"{NODE_CODE}:{approval_id}", outcome=ApprovalOutcome.GIVEN))

    def submit(self, reason: str = "") -> contract.NodeReturnView:
        submitted: contract.NodeReturnView = self.node.does(returns.submit, contract.SubmitReturn(
            command_id="r", period="2026-03", reason=reason), lead_below(), self.node.this)
        return submitted

    def submitted(self) -> list[tuple[int, bool, str]]:
        page = self.node.sees(returns_page, contract.ReturnsQuery(), lead_below())
        return [(each.revision, each.sent, each.refused_code) for each in page.lines]

    def returned(self) -> list[tuple[int, str]]:
        found = self.hub.ask(views.returns.returns, ReturnsQuery(period="2026-03")).returns
        return [(each.revision, each.checksum) for each in found]

    def publish(self) -> None:
        self.hub.command(publishing.prepare_sheet, lead(PROVINCE, "one"), PrepareSheet(
            command_id="p", name=SHEET, calendar=True, body=CALENDAR))
        self.hub.command(publishing.approve_sheet, lead(PROVINCE, "two"), ApproveSheet(
            command_id="q", name=SHEET, digest=sha256(CALENDAR.encode()).hexdigest()))

    def taken(self) -> tuple[int, Any]:
        """How many nodes have the sheet, and who does not."""
        [sheet] = self.hub.ask(views.sheets.sheets, SheetsQuery(), lead(PROVINCE)).sheets
        return sheet.taken, sheet.lags

    def resume(self) -> int:
        with self.node.shop.database.writing() as session, session.begin():
            return resuming.resume(CountyStorage(session), self.hub.at)

    def go_on(self) -> None:
        """As the two operators do it."""
        self.hub.operate(registry.let_go_on, NODE_CODE)
        assert self.node.exchange() == "superseded"
        self.resume()
        assert self.node.exchange() == ""


@pytest.fixture
def line(config: Config, tmp_path: Path) -> Iterator[Line]:
    opened = Line(config, tmp_path)
    yield opened
    opened.node.shop.stop()
    opened.hub.shop.stop()


class OfNode:
    """A backup of its database."""

    def __init__(self, line: Line) -> None:
        self._line, self._kept = line, line.file.with_name("kept.db")
        with closing(sqlite3.connect(line.file)) as live, closing(sqlite3.connect(self._kept)) as kept:
            live.backup(kept)

    def restore(self) -> None:
        node = self._line.node
        node.shop.stop()
        for lost in self._line.file.parent.glob(f"{self._line.file.name}*"):
            lost.unlink()
        self._kept.rename(self._line.file)
        self._line.node = Node(node.config, node.hub)


class OfHub:
    """A backup of its own tables; its ledger is nobody's to bring back here."""

    def __init__(self, line: Line) -> None:
        self._database = line.hub.shop.database
        with self._database.reading() as session:
            self._rows = {table: [dict(row) for row in session.execute(select(table)).mappings()]
                          for table in storage.METADATA.sorted_tables}

    def restore(self) -> None:
        with self._database.writing() as session, session.begin():
            for table, rows in self._rows.items():
                session.execute(delete(table))
                if rows:
                    session.execute(insert(table), rows)


def test_what_a_node_submits_the_hub_takes(line: Line) -> None:
    line.hear("a", "b")
    made = line.submit()
    assert line.node.exchange() == ""
    assert line.returned() == [(1, made.checksum)]
    assert (line.submitted(), line.hub.number(NODE_CODE)) == ([(1, True, "")], 2)


def test_what_the_hub_publishes_and_answers_the_node_takes(line: Line) -> None:
    asked = line.ask()
    line.publish()
    line.node.exchange()
    line.answer(asked)
    line.node.exchange()
    assert line.state(asked) is ApprovalState.GIVEN
    assert line.taken() == (1, ())


def test_a_node_that_was_restored_gets_again_what_it_lost_and_counts_as_it_counts_itself(line: Line) -> None:
    line.hear("a")
    asked = line.ask()
    line.node.exchange()
    kept = OfNode(line)
    line.hear("b")
    line.submit()
    line.publish()
    line.answer(asked)
    line.node.exchange()
    line.node.exchange()
    assert line.state(asked) is ApprovalState.GIVEN

    kept.restore()
    line.hear("c")
    assert line.node.exchange() == "behind"
    assert line.state(asked) is ApprovalState.SENT
    with pytest.raises(CaseError, match=r"county\.not_let_go_on"):
        line.resume()
    assert line.hub.number(NODE_CODE) == 2      # what the node lacks is there until then
    line.go_on()
    assert (line.hub.number(NODE_CODE), line.state(asked)) == (2, ApprovalState.GIVEN)
    assert line.hub.detail(NODE_CODE).node.troubles == ()
    with line.node.store() as store:
        assert store.sheet(SHEET) is not None


def test_a_node_whose_return_was_lost_submits_another_figure_as_a_correction(line: Line) -> None:
    line.hear("a")
    kept = OfNode(line)
    first = line.submit()
    line.node.exchange()
    kept.restore()
    line.hear("b")
    line.submit()
    line.node.exchange()
    line.go_on()
    second = line.submit("补记一件")
    line.node.exchange()
    assert line.submitted() == [(2, True, ""), (1, True, "province.return_replayed")]
    assert line.returned() == [(1, first.checksum), (2, second.checksum)]


def test_a_hub_that_was_restored_gets_again_all_that_counts_and_its_word_arrives(line: Line) -> None:
    line.hear("a")
    line.node.exchange()
    kept = OfHub(line)
    line.hear("b")
    asked = line.ask()
    made = line.submit()
    line.publish()
    line.node.exchange()
    line.answer(asked)
    line.node.exchange()

    kept.restore()
    assert line.node.exchange() != ""
    line.hear("c")
    assert line.node.exchange() != ""
    line.go_on()
    assert (line.hub.number(NODE_CODE), line.returned()) == (3, [(1, made.checksum)])
    line.publish()
    again = line.ask()
    line.node.exchange()
    line.answer(again)
    line.node.exchange()
    assert (line.state(again), line.taken()) == (ApprovalState.GIVEN, (1, ()))
    assert line.hub.detail(NODE_CODE).node.troubles == ()
