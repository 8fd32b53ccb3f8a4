"""Whose report it is, nobody decides but the vault, to whose door the reporter came."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from rongcuo.chassis.call_context import NOBODY
from rongcuo.contracts.clarify import PassReportUp, ReceiveReport, RegisterReport, ReportQuery
from services.clarify.domain import Report
from services.clarify.storage import METADATA, ReportStorage
from services.clarify.usecases import registering
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned, opened, refused
from tests.unit.clarify.scene import CONTENT, LEAD, WANG, ZHAO


@pytest.fixture
def store() -> Iterator[ReportStorage]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        yield ReportStorage(session)
    engine.dispose()


def again(context: FakeContext, actor: scene.Actor) -> None:
    """A report under the reference of one that is there."""
    before = {**context.store.reports.rows}
    refused("clarify.reporter_unknown", lambda: registering.register(
        context.sit(actor), RegisterReport(command_id="c9", content=CONTENT)))
    assert context.store.reports.rows == before


@pytest.mark.parametrize("send", [
    lambda context: registering.register(context.sit(WANG), RegisterReport(
        command_id="c1", content=CONTENT)),
    lambda context: registering.receive(context.sit(NOBODY), ReceiveReport(
        command_id="c1", organ_id=scene.ORGAN, content=CONTENT))])
def test_of_a_reporter_whom_somebody_else_brought_nobody_registers_a_report(send: Any) -> None:
    context = FakeContext(not_theirs=frozenset({CONTENT.reporter_ref}))
    refused("clarify.reporter_unknown", lambda: send(context))
    assert (context.units, context.store.reports.rows, context.told) == (0, {}, [])


def test_a_reporter_has_one_report_also_for_whoever_brought_them() -> None:
    again(opened(), WANG)
    again(opened(), ZHAO)


def test_what_went_up_is_not_taken_back_by_its_reference() -> None:
    context = opened().sit(LEAD)
    registering.pass_up(context, PassReportUp(command_id="c3", report_id="id1", reason="市管干部"))
    again(context, WANG)


def test_the_vault_is_asked_of_this_organ_and_this_pseudonym(monkeypatch: pytest.MonkeyPatch) -> None:
    context, asked = FakeContext().sit(WANG), list[Any]()
    ask = context.ask
    monkeypatch.setattr(context, "ask", lambda operation, question: (
        asked.append(question), ask(operation, question))[1])
    registering.register(context, RegisterReport(command_id="c1", content=CONTENT))
    assert [(each.reporter_ref, each.pseudonym, each.organ_id) for each in asked] == [
        (CONTENT.reporter_ref, CONTENT.pseudonym, scene.ORGAN)]


def test_the_reference_is_read_by_those_alone_who_may_talk_with_the_reporter() -> None:
    context = assigned()
    seen = {each.officer_id: questions.report(context.sit(each), ReportQuery(report_id="id1"))
            for each in (WANG, LEAD, ZHAO, scene.SUPERVISOR)}
    assert {who: each.reporter_ref for who, each in seen.items()} == {
        "wang": CONTENT.reporter_ref, "lead": CONTENT.reporter_ref, "zhao": "",
        scene.SUPERVISOR.officer_id: ""}
    assert {each.pseudonym for each in seen.values()} == {CONTENT.pseudonym}


def test_two_rows_never_share_a_reference_but_of_those_that_have_none(store: ReportStorage) -> None:
    one, two = (Report.register(f"w{number}", f"信访〔2026〕w{number}号", CONTENT, scene.ORGAN,
                                scene.DIVISION, scene.by(WANG)) for number in range(2))
    store.put(one)
    refused("changed_meanwhile", lambda: store.put(two))
    for number in range(3, 5):
        store.put(Report.register(
            f"w{number}", f"信访〔2026〕w{number}号", replace(CONTENT, reporter_ref=""), scene.ORGAN,
            scene.DIVISION, scene.by(WANG)))
    assert store.reports.of_reporter(CONTENT.reporter_ref).id == "w0"
    assert store.reports.of_reporter("") is None


def test_the_report_of_a_reporter_is_found_along_the_index(store: ReportStorage) -> None:
    asked: list[str] = []
    connection = store.session.connection()
    event.listen(connection, "before_cursor_execute",
                 lambda _c, _cursor, statement, *_: asked.append(statement))
    store.reports.of_reporter("r-7f3a")
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", ("r-7f3a",)).all()
    assert "USING INDEX clarify_report_of_reporter" in str(plan)
