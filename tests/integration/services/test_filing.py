"""Filing on real databases, through the real desk: SQLite and PostgreSQL give the same answers."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import update

from rongcuo.chassis.config import Config
from rongcuo.chassis.desk import WorkDesk
from rongcuo.chassis.occasions import Asked, Command, Heard, Tick
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.workshop import Workshop
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    Beneficiaries,
    FilingQuery,
    FilingsQuery,
    FilingState,
    FilingView,
    FunnelQuery,
    OpenMattersQuery,
    Receipt,
    SubmitFiling,
    WithdrawFiling,
)
from services.filing import access, usecases, views
from services.filing.domain import OPEN, Filing
from services.filing.storage import METADATA, FilingStorage, filings
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    HOUSING,
    LEAD,
    MAY_6,
    NAMESAKE,
    NEIGHBOUR,
    OPERATOR,
    OTHER_CITY,
    PROVINCE,
    REGISTRAR,
    REVIEWER,
    STRANGER,
    accepted,
    content,
)
from tests.unit.filing.test_moves import filing_in

EVERYONE = [FILER, COLLEAGUE, STRANGER, NAMESAKE, REVIEWER, LEAD, NEIGHBOUR, CITY, OTHER_CITY, PROVINCE,
            OPERATOR, REGISTRAR, SYSTEM]
Desk = WorkDesk[FilingStorage]
Answer = Receipt | FilingView | CaseError | None


class StoppedTime(TimeSource):
    """A clock that shows what the test says."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class Office:
    """The filing service without its bus."""

    def __init__(self, config: Config) -> None:
        self.time = StoppedTime(MAY_6)
        self.workshop = Workshop("filing", METADATA, FilingStorage, config, time=self.time)
        self.workshop.start()
        self._count = count(1)

    def commanded(self, by: Actor) -> Desk:
        return self.workshop.desk(Command(f"c{next(self._count)}", "digest"), by)

    def heard(self, filing_id: str, sequence: int = 1) -> Desk:
        return self.workshop.desk(Heard("filing.review", f"e{next(self._count)}", filing_id, sequence))

    def asked(self, by: Actor) -> Desk:
        return self.workshop.desk(Asked(), by)

    def tick(self) -> Desk:
        return self.workshop.desk(Tick())

    def submit(self, title: str = "续建停工楼盘", by: Actor = FILER, **changes: Any) -> Receipt:
        command = SubmitFiling(command_id="c", content=content(title=title, **changes))
        return usecases.submit(self.commanded(by), command)

    def accept(self, filing_id: str, sequence: int = 1) -> None:
        usecases.take_acceptance(self.heard(filing_id, sequence), accepted(filing_id, self.time.at))

    def keep(self, *kept: Filing) -> None:
        with self.tick().unit() as unit:
            unit.commit(*kept)

    def told(self) -> list[str]:
        return [letter.type_name.split(".")[1] for letter in self.workshop.outbox.take_batch()]


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.workshop.stop()


def at_the_same_time(*acts: Callable[[], Answer]) -> list[Answer]:
    """What each act answered, or the error it met."""
    start = Barrier(len(acts))

    def begin(act: Callable[[], Answer]) -> Answer:
        start.wait(timeout=10)
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
        [told] = office.told()[before:]
        if view.state is FilingState.ACCEPTED:
            assert isinstance(answers[0], CaseError)
            assert (answers[0].code, told) == ("filing.move_not_allowed", "filing_accepted")
        else:
            assert (view.state, told) == (FilingState.WITHDRAWN, "filing_withdrawn")
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


# ---------------------------------------------------------------------- who sees what

def varied() -> list[Filing]:
    """Every state, filed by several units with several organs."""
    places = [(HOUSING, "530125"), ("县交通运输局", "530125"), (HOUSING, "530127"), ("", "530125"),
              ("管委会", "530181.gaoxin"), ("市住建局", "530100"), ("省厅", "530000"), ("局", "530300")]
    numbered = enumerate((state, *place) for state in FilingState for place in places)
    return [_placed(filing_in(state), n, unit, organ_id) for n, (state, unit, organ_id) in numbered]


def _placed(filing: Filing, n: int, unit: str, organ_id: str) -> Filing:
    filer_id = "zhao" if n % 5 == 0 else f"someone{n}"
    received = bool(filing.submitted_at)
    return replace(filing, id=f"f{n:03}", unit=unit, organ_id=organ_id, division_code=organ_id[:6],
                   filer_id=filer_id, number=f"n{n}" if received else "",
                   register_number=f"r{n}" if filing.register_number else "",
                   content=replace(filing.content, title=f"事项{n}"), happened=[])


def test_lists_show_exactly_what_access_says(office: Office) -> None:
    kept = varied()
    office.keep(*kept)
    for actor in [*EVERYONE, replace(FILER, unit=""), replace(LEAD, roles=LEAD.roles | FILER.roles)]:
        expected = {each.id for each in kept
                    if any(access.within(scope, actor, each) for scope in access.scopes(actor))}
        shown = views.page(office.asked(actor), FilingsQuery(limit=200))
        assert {line.filing_id for line in shown.lines} == expected, actor.officer_id
        single = {each.id for each in kept if _sees(office, actor, each.id)}
        assert single == expected, actor.officer_id


def _sees(office: Office, actor: Actor, filing_id: str) -> bool:
    try:
        views.filing(office.asked(actor), FilingQuery(filing_id=filing_id))
    except CaseError as error:
        if error.code == "not_found":
            return False
        raise
    return True


def test_the_receipt_is_for_those_who_see_the_filing(office: Office) -> None:
    receipt = office.submit()
    assert views.receipt(office.asked(COLLEAGUE), FilingQuery(filing_id=receipt.filing_id)) == receipt
    with pytest.raises(CaseError, match="not_found"):
        views.receipt(office.asked(STRANGER), FilingQuery(filing_id=receipt.filing_id))


# ---------------------------------------------------------------------- pages

def walk(office: Office, by: Actor, query: FilingsQuery) -> Iterator[list[str]]:
    while True:
        shown = views.page(office.asked(by), query)
        yield [line.number for line in shown.lines]
        if not shown.next_cursor:
            return
        query = replace(query, cursor=shown.next_cursor)


def test_pages_go_from_the_newest_to_the_oldest_without_gap_or_repetition(office: Office) -> None:
    for n in range(17):
        office.time.at = MAY_6 + timedelta(minutes=n // 3)  # some at the very same moment
        office.submit(f"事项{n}")
    pages = list(walk(office, LEAD, FilingsQuery(limit=5)))
    numbers = [number for page in pages for number in page]
    assert [len(page) for page in pages] == [5, 5, 5, 2]
    assert sorted(numbers) == [f"530125-2026-{n:06}" for n in range(1, 18)]
    by_age = [(int(number[-6:]) - 1) // 3 for number in numbers]
    assert by_age == sorted(by_age, reverse=True)


def test_what_is_filed_meanwhile_does_not_disturb_the_pages_below(office: Office) -> None:
    for n in range(6):
        office.submit(f"事项{n}")
    pages = walk(office, LEAD, FilingsQuery(limit=4))
    first = next(pages)
    office.time.at = MAY_6 + timedelta(hours=1)
    office.submit("后来的")
    assert len({*first, *next(pages)}) == 6


@pytest.mark.parametrize("query", [{"cursor": "garbage"}, {"cursor": "W10"}, {"state": "asleep"},
                                   {"division_code": "53"}, {"division_code": "%"}])
def test_a_question_that_means_nothing_is_refused(office: Office, query: dict[str, str]) -> None:
    with pytest.raises(CaseError) as refusal:
        views.page(office.asked(LEAD), FilingsQuery(**query))
    assert refusal.value.kind.status == 422


def test_filters_and_search(office: Office) -> None:
    one = office.submit("盘活100%闲置_土地")
    two = office.submit("盘活1000闲置A土地", by=STRANGER, situation="policy_ambiguity")
    office.accept(one.filing_id)
    office.submit("续建", by=NAMESAKE)

    def found(by: Actor = PROVINCE, **query: Any) -> list[str]:
        return sorted(line.filing_id for line in views.page(office.asked(by), FilingsQuery(**query)).lines)

    both = sorted([one.filing_id, two.filing_id])
    assert found(search="盘活") == both
    assert found(search="100%") == found(search="置_土") == [one.filing_id]
    assert found(search=two.number) == found(search="交通运输") == [two.filing_id]
    assert found(search="闲置a土地") == [two.filing_id]
    assert found(state="submitted", division_code="530125") == [two.filing_id]
    assert found(division_code="530125") == both
    assert found(division_code="530300") == []
    assert found(situation="livelihood", division_code="530125") == [one.filing_id]
    assert found(register_only=True) == found(whitelist_only=True) == [one.filing_id]
    assert found(by=OPERATOR) == []


# ---------------------------------------------------------------------- figures

def funnel(office: Office, by: Actor = PROVINCE, division: str = "530000", **query: Any) -> dict[str, Any]:
    return vars(views.funnel(office.asked(by), FunnelQuery(division_code=division, **query)))


def figures(of: dict[str, Any]) -> list[int]:
    return [of[name] for name in ("received", "accepted", "not_accepted", "open", "households")]


def test_the_funnel_counts_by_place_and_situation(office: Office) -> None:
    for each in varied():
        helped = Beneficiaries(households=10)
        office.keep(replace(each, content=replace(each.content, beneficiaries=helped)))
    assert figures(funnel(office)) == [48, 16, 16, 16, 160]
    assert figures(funnel(office, division="530125")) == [18, 6, 6, 6, 60]
    assert figures(funnel(office, by=CITY, division="530100")) == [36, 12, 12, 12, 120]
    assert figures(funnel(office, by=OTHER_CITY, division="530100")) == [0, 0, 0, 0, 0]
    assert figures(funnel(office, by=OPERATOR)) == [0, 0, 0, 0, 0]
    rows = {row.key: row for row in funnel(office)["by_division"]}
    assert list(rows) == ["530000", "530100", "530125", "530127", "530181", "530300"]
    assert (rows["530125"].received, rows["530125"].open, rows["530100"].accepted) == (18, 6, 2)
    [situation] = funnel(office)["by_situation"]
    assert (situation.key, situation.received) == ("livelihood", 48)


def test_the_funnel_of_a_span_of_time(office: Office) -> None:
    for n in range(4):
        office.time.at = MAY_6 + timedelta(days=n)
        office.submit(f"事项{n}")
    counted = funnel(office, since=MAY_6 + timedelta(days=1), until=MAY_6 + timedelta(days=3))
    assert counted["received"] == counted["open"] == 2
    with pytest.raises(CaseError, match=r"policy\.unknown_division"):
        funnel(office, division="000000")


def test_open_matters_are_listed_by_id_for_the_watchdog_alone(office: Office) -> None:
    kept = varied()
    office.keep(*kept)
    found, cursor = [], ""
    while True:
        listed = views.open_matters(office.asked(OPERATOR), OpenMattersQuery(cursor=cursor, limit=7))
        found += [matter.matter_id for matter in listed.matters]
        cursor = listed.next_cursor
        if not cursor:
            break
    assert found == sorted(each.id for each in kept if each.state in OPEN)
    with pytest.raises(CaseError, match="forbidden"):
        views.open_matters(office.asked(LEAD), OpenMattersQuery())
