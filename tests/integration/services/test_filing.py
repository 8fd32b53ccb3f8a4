"""Filing on real databases: rows, and what happens at the same time. SQLite and PostgreSQL agree."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from psycopg2 import extensions
from sqlalchemy import update

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import PostgresDatabase, green_wait
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.confirmation import ConfirmEvent
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    FilingQuery,
    FilingsQuery,
    FilingState,
    ObjectToRefusal,
    Receipt,
    WithdrawFiling,
)
from services.filing import usecases, views
from services.filing.storage import filings
from tests.integration.services.filing_office import Answer, Office
from tests.unit.filing.people import COLLEAGUE, FILER, MAY_6, content
from tests.unit.filing.test_moves import filing_in


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


def at_the_same_time(*acts: Callable[[], Answer]) -> list[Answer]:
    """What each act answered, or the error it met."""
    start = Barrier(len(acts))

    def begin(act: Callable[[], Answer]) -> Answer:
        start.wait(timeout=120)
        try:
            return act()
        except CaseError as error:
            return error

    with ThreadPoolExecutor(len(acts)) as people:
        return list(people.map(begin, acts))


# ---------------------------------------------------------------------- rows

@pytest.mark.parametrize("state", FilingState)
def test_a_filing_comes_back_from_its_row_as_it_was(office: Office, state: FilingState) -> None:
    kept = filing_in(state)
    office.keep(kept)
    with office.asked(SYSTEM).reading() as store:
        assert store.read(kept.id) == kept
    with office.tick().unit() as unit:
        assert unit.store.get(kept.id) == kept


def test_a_supplemented_filing_keeps_what_was_filed_before(office: Office) -> None:
    kept = filing_in(FilingState.SUPPLEMENT_REQUESTED)
    kept.superseded = (content(title="初稿"), content(title="二稿"))
    office.keep(kept)
    with office.asked(SYSTEM).reading() as store:
        assert store.read(kept.id) == kept


@pytest.mark.parametrize("state", [FilingState.SUPPLEMENT_REQUESTED, FilingState.SUBMITTED])
def test_a_list_says_until_when_a_filing_is_to_be_supplemented(office: Office, state: FilingState) -> None:
    until = MAY_6 + timedelta(days=7)
    office.keep(replace(filing_in(state), supplement_due_at=until))
    [line] = views.page(office.asked(SYSTEM), FilingsQuery()).lines
    assert line.supplement_due_on == (until.date() if state is FilingState.SUPPLEMENT_REQUESTED else None)


def test_who_was_slower_is_told_so(office: Office) -> None:
    office.keep(filing_in(FilingState.DRAFT))
    with office.tick().unit() as unit:
        stale = unit.store.read("f1")
        unit.store.session.execute(update(filings).values(revision=filings.c.revision + 1))
        with pytest.raises(CaseError, match="changed_meanwhile"):
            unit.commit(stale)


def test_what_is_not_there_is_not_found(office: Office) -> None:
    with pytest.raises(CaseError, match="not_found"):
        views.filing(office.asked(SYSTEM), FilingQuery(filing_id="nobody"))


# ---------------------------------------------------------------------- at the same time

def test_of_many_who_file_the_same_matter_at_once_one_does(office: Office) -> None:
    people = [FILER, COLLEAGUE] * 4
    answers = at_the_same_time(*(lambda who=who: office.submit(by=who) for who in people))
    receipts = [answer for answer in answers if isinstance(answer, Receipt)]
    errors = [answer for answer in answers if isinstance(answer, CaseError)]
    assert [receipt.number for receipt in receipts] == ["530125-2026-000001"]
    assert {error.code for error in errors} == {"filing.duplicate_matter"}
    assert all(error.details == {"number": "530125-2026-000001"} for error in errors)
    assert office.told() == ["filing_submitted"]
    assert office.submit("另一事项").number == "530125-2026-000002"


def test_nor_do_two_who_call_their_unit_differently(office: Office) -> None:
    office.submit("早先的事项")
    renamed = replace(COLLEAGUE, unit="县住建局", unit_names=("县住建局", FILER.unit))
    knows_it = replace(FILER, unit_names=renamed.unit_names)
    answers = at_the_same_time(*(lambda who=who: office.submit(by=who) for who in (renamed, knows_it) * 3))
    assert [answer.number for answer in answers if isinstance(answer, Receipt)] == ["530125-2026-000002"]
    assert {answer.code for answer in answers if isinstance(answer, CaseError)} == {"filing.duplicate_matter"}
    with pytest.raises(CaseError, match="duplicate_matter"):
        office.submit("早先的事项", by=renamed)


def test_a_refused_one_does_not_come_back_beside_the_matter_filed_anew(office: Office) -> None:
    """What the database refuses of a changed row is told in the same words."""
    refused = filing_in(FilingState.DECLINED)
    refused.number = "530125-2026-000999"
    office.keep(refused)
    again = office.submit(refused.content.title)
    with pytest.raises(CaseError, match="duplicate_matter") as beside:
        usecases.object_to_refusal(office.commanded(FILER), ObjectToRefusal(
            command_id="o", filing_id=refused.id, grounds="材料其实齐全"))
    assert beside.value.details == {"number": again.number}
    with office.asked(SYSTEM).reading() as store:
        assert store.read(refused.id).state is FilingState.DECLINED


def test_a_submission_is_two_ways_to_postgresql(office: Office) -> None:
    """The number is waited for, and the commit; the rest travels with them."""
    ways: list[object] = []

    def wait(connection: object) -> None:
        ways.append(connection)
        green_wait._wait(connection)

    office.submit("这里的第一件")
    extensions.set_wait_callback(wait)
    try:
        office.submit("数一数")
    finally:
        green_wait.install()
    assert len(ways) == (2 if isinstance(office.runtime.database, PostgresDatabase) else 0)


def test_numbers_have_no_gap_though_many_file_and_some_are_refused(office: Office) -> None:
    def act(n: int) -> Callable[[], Answer]:
        return lambda: office.submit(f"事项{n}", **({"risks": ()} if n % 3 == 0 else {}))

    answers = at_the_same_time(*(act(n) for n in range(12)))
    numbers = sorted(answer.number for answer in answers if isinstance(answer, Receipt))
    assert numbers == [f"530125-2026-{n:06}" for n in range(1, 9)]


def test_withdrawal_and_acceptance_at_once_the_first_commit_wins(office: Office) -> None:
    for n in range(5):
        filing_id = office.submit(f"事项{n}").filing_id
        before = len(office.told())
        withdrawal = WithdrawFiling(command_id="c", filing_id=filing_id, reason="情况有变")
        answers = at_the_same_time(
            lambda: usecases.withdraw(office.commanded(FILER), withdrawal),  # noqa: B023
            lambda: office.accept(filing_id))  # noqa: B023
        view = views.filing(office.asked(FILER), FilingQuery(filing_id=filing_id))
        told = office.told()[before:]
        if view.state is FilingState.ACCEPTED:
            assert isinstance(answers[0], CaseError)
            assert answers[0].code == "filing.move_not_allowed"
            assert sorted(told) == ["filing_accepted", "oversight_opened"]
        else:
            assert (view.state, told) == (FilingState.WITHDRAWN, ["filing_withdrawn"])
            assert view.history[-1].what == "decision_too_late"
        assert answers[1] is None


def test_two_replicas_let_each_filing_expire_once(office: Office) -> None:
    for n in range(6):
        office.accept(office.submit(f"事项{n}").filing_id)
    office.time.at = MAY_6 + timedelta(days=800)
    at_the_same_time(*[lambda: usecases.expire_due(office.tick())] * 3)
    usecases.expire_due(office.tick())
    assert office.told().count("filing_expired") == 6


def test_what_one_replica_claims_the_other_leaves_alone(office: Office, config: Config) -> None:
    if config.database_url.startswith("sqlite"):
        return  # one writer at a time: there is no other
    for n in range(4):
        office.accept(office.submit(f"事项{n}").filing_id)
    long_after = (MAY_6 + timedelta(days=800)).date()
    with office.tick().unit() as one, office.tick().unit() as other:
        mine = {filing.id for filing in one.store.claim_run_out(long_after, 2)}
        theirs = {filing.id for filing in other.store.claim_run_out(long_after, 4)}
    assert len(mine) == len(theirs) == 2
    assert not mine & theirs


def test_an_event_is_confirmed_only_as_it_was_told(office: Office) -> None:
    office.submit()
    (sent,) = office.runtime.outbox.take_batch()
    data = json.loads(sent.body)

    def confirmed(**asked: object) -> bool:
        asked = {"event_id": sent.event_id, "type_name": sent.type_name, "data": data, **asked}
        return office.asked(SYSTEM).confirms(ConfirmEvent(**asked)).confirmed

    assert confirmed()
    assert confirmed(data={**data, "of_a_later_year": 1})
    assert not confirmed(event_id="another")
    assert not confirmed(data={**data, "title": "别的事项"})
    assert not confirmed(data={})
    assert not confirmed(type_name="filing.filing_accepted.v1")
    assert not confirmed(type_name="no.such.v1")
