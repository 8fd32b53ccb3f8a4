"""Review on both databases, at the chassis' own desk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.occasions import Asked, Command, Heard, Tick
from rongcuo.chassis.tables import outbox
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.workshop import Workshop
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingWithdrawn, OpenMattersQuery
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    CaseQuery,
    CasesQuery,
    CaseView,
    DeclineFiling,
    FormVerificationTeam,
    Punctuality,
    PunctualityQuery,
    RecusalGround,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
    ReviewState,
)
from services.review import usecases, views
from services.review.domain import ReviewCase
from services.review.storage import METADATA, CaseStorage
from tests.unit.review import scene
from tests.unit.review.desk import FakeDesk
from tests.unit.review.scene import (
    COLLEAGUE,
    ELSEWHERE,
    FILED_AT,
    FILER,
    FILING,
    LEAD,
    OPERATOR,
    PARTY,
    QIAN,
    SUPERVISOR,
    WANG,
    ZHAO,
    day,
)


class Stopped(TimeSource):
    """A clock that shows what it is told."""

    def __init__(self) -> None:
        self.shows = FILED_AT

    def now(self) -> datetime:
        return self.shows


class Almanac:
    """The real packs, and a calendar that can be replaced by a newer edition."""

    pack_by_id = staticmethod(scene.RULES.pack_by_id)

    def __init__(self) -> None:
        self.newest = scene.RULES.calendar(scene.DIVISION)

    def calendar(self, _: str):
        return self.newest


class Office:
    """The service's use cases and views, each at a desk of its own occasion."""

    def __init__(self, config: Config) -> None:
        self.time, self.rules, self.commands, self.heard = Stopped(), Almanac(), 0, {}
        self.shop = Workshop("review", METADATA, CaseStorage, config, time=self.time, rules=self.rules)
        self.shop.start()

    def do(self, actor: Actor, contract: type, case_id: str = "f1", **rest) -> CaseView:
        self.commands += 1
        command_id = f"c{self.commands}"
        desk = self.shop.desk(Command(command_id, command_id), actor, ask=FakeDesk().ask)
        act = VERBS[contract]
        return act(desk, contract(command_id=command_id, case_id=case_id, **rest))

    def hear(self, event, act, subject: str = "f1") -> None:
        self.heard[subject] = self.heard.get(subject, 0) + 1
        occasion = Heard("review.filing", f"{subject}-{self.heard[subject]}", subject, self.heard[subject])
        act(self.shop.desk(occasion, SYSTEM), event)

    def file(self, case_id: str = "f1", at: datetime = FILED_AT, **changes) -> None:
        filing = replace(FILING, filing_id=case_id, submitted_at=at, **changes)
        self.hear(filing, usecases.open_filing_review, case_id)

    def tick(self) -> None:
        usecases.follow_calendars(self.shop.desk(Tick()))

    def look(self, view, question, actor: Actor = LEAD):
        return view(self.shop.desk(Asked(), actor), question)

    def case(self, case_id: str = "f1", actor: Actor = LEAD) -> CaseView:
        return self.look(views.case, CaseQuery(case_id=case_id), actor)

    def page(self, actor: Actor = LEAD, **query):
        return self.look(views.page, CasesQuery(**query), actor)

    def told(self, subject: str = "f1") -> list[tuple[int, str]]:
        with self.shop.database.reading() as session:
            rows = session.execute(select(outbox.c.sequence, outbox.c.type_name)
                                   .where(outbox.c.subject == subject).order_by(outbox.c.sequence))
            return [(row.sequence, row.type_name.split(".")[1]) for row in rows]


VERBS = {
    AssignReview: usecases.assign, AcceptFiling: usecases.accept, DeclineFiling: usecases.decline,
    RecuseReviewer: usecases.recuse, RequestSupplement: usecases.request_supplement,
    FormVerificationTeam: usecases.form_team, ReportVerification: usecases.report_verification,
}


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def ids(page) -> list[str]:
    return [line.case_id for line in page.lines]


def refusal(act) -> str:
    with pytest.raises(CaseError) as refused:
        act()
    return refused.value.code


def test_a_case_is_kept_whole(office: Office):
    office.file(colour="yellow")
    office.do(LEAD, AssignReview, officer_id="wang")
    office.do(WANG, RequestSupplement, needed="会议纪要")
    office.time.shows = day(2, 14)
    office.hear(scene.supplement(day(2, 14), "zhao"), usecases.take_supplement)
    office.do(WANG, AcceptFiling, opinion="同意")
    office.do(LEAD, RecuseReviewer, officer_id="lead", ground=RecusalGround.RELATIVE, reason="亲属")
    with office.shop.database.reading() as session:
        kept = CaseStorage(session).read("f1")
        again = CaseStorage(session)
        assert again.read("f1") == kept
    assert (kept.state, kept.stage, kept.supplements) == (ReviewState.VERIFICATION, "verification", 1)
    assert kept.parties == {"filer", "party", "partylead", "zhao"}
    assert [recusal.ground for recusal in kept.recusals] == [RecusalGround.RELATIVE]
    assert kept.version == len(office.told())
    assert isinstance(kept, ReviewCase)


def test_the_way_to_acceptance_tells_every_step_without_a_gap(office: Office):
    office.file(colour="yellow")
    office.do(LEAD, AssignReview, officer_id="wang")
    office.do(WANG, AcceptFiling)
    office.do(LEAD, FormVerificationTeam, officer_ids=("zhao", "qian"))
    done = office.do(QIAN, ReportVerification, findings="属实", confirmed=True)
    assert done.state is ReviewState.ACCEPTED
    assert office.told() == [
        (1, "review_opened"), (2, "review_assigned"), (3, "verification_started"),
        (4, "verification_team_formed"), (5, "review_accepted")]


def test_a_refused_command_leaves_nothing(office: Office):
    office.file()
    before = office.case()
    for actor, code in ((PARTY, "review.recused"), (COLLEAGUE, "review.recused"), (FILER, "forbidden"),
                        (WANG, "review.not_assigned"), (ELSEWHERE, "not_found")):
        assert refusal(lambda actor=actor: office.do(actor, DeclineFiling, reasons="不行")) == code
    assert (office.case(), office.told()) == (before, [(1, "review_opened")])


def race(*acts) -> list[str]:
    """Run them at the same moment; each one's outcome."""
    start, outcomes = Barrier(len(acts)), []

    def run(act) -> None:
        start.wait()
        try:
            outcomes.append(act().state.value)
        except CaseError as refused:
            outcomes.append(refused.code)

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(outcomes)


def test_of_two_decisions_at_the_same_moment_one_counts(office: Office):
    for number in range(5):
        case_id = f"f{number}"
        office.file(case_id)
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
        outcomes = race(lambda case_id=case_id: office.do(WANG, AcceptFiling, case_id),
                        lambda case_id=case_id: office.do(WANG, DeclineFiling, case_id, reasons="不符"))
        assert outcomes in (["accepted", "review.move_not_allowed"], ["declined", "review.move_not_allowed"])
        assert [sequence for sequence, _ in office.told(case_id)] == [1, 2, 3]


def test_of_two_who_take_a_case_at_the_same_moment_one_has_it(office: Office):
    office.file()
    outcomes = race(*(lambda who=who: office.do(who, AssignReview, officer_id=who.officer_id)
                      for who in (WANG, ZHAO)))
    assert outcomes == ["preliminary_review", "review.already_assigned"]
    assert office.case().assignee_id in ("wang", "zhao")


def test_whichever_of_decision_and_withdrawal_commits_first_wins(office: Office):
    withdrawn = FilingWithdrawn(filing_id="f1", number=FILING.number, reason="不再实施", organ_id=scene.ORGAN,
                                filer_id="filer", withdrawn_at=day(2, 14))
    for case_id, decides_first in (("f1", True), ("f2", False)):
        office.file(case_id)
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
        event = replace(withdrawn, filing_id=case_id)
        if decides_first:
            office.do(WANG, AcceptFiling, case_id)
        office.hear(event, usecases.close, case_id)
        if not decides_first:
            assert refusal(lambda: office.do(WANG, AcceptFiling, "f2")) == "review.move_not_allowed"
    first, second = office.case("f1"), office.case("f2")
    assert (first.state, first.history[-1].what) == (ReviewState.ACCEPTED, "withdrawal_after_end")
    assert (second.state, office.told("f2")[-1]) == (ReviewState.CLOSED, (3, "review_closed"))
    assert office.told("f1")[-1] == (3, "review_accepted")


def test_a_page_follows_the_other_by_due_date_without_loss(office: Office):
    for number in range(23):
        office.file(f"f{number:02}", at=FILED_AT + timedelta(days=number % 4))
    seen, cursor = [], ""
    while not seen or cursor:
        shown = office.page(limit=5, cursor=cursor)
        seen += [(line.due_at, line.case_id) for line in shown.lines]
        cursor = shown.next_cursor
    assert len(seen) == 23
    assert seen == sorted(seen)
    assert refusal(lambda: office.page(cursor="nonsense")) == "invalid"


def test_tabs_and_their_counts(office: Office):
    for case_id in ("f1", "f2", "f3", "f4", "f5"):
        office.file(case_id, colour="yellow" if case_id == "f4" else "green")
    for case_id in ("f1", "f2", "f3", "f4"):
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
    office.do(WANG, AcceptFiling, "f1")
    office.do(WANG, RequestSupplement, "f2", needed="会议纪要")
    office.do(WANG, AcceptFiling, "f4")
    office.do(LEAD, FormVerificationTeam, "f4", officer_ids=("zhao", "wang"))
    office.time.shows = day(2, 14)
    mine = office.page(WANG, tab="mine")
    assert mine.counts == {"due_today": 2, "mine": 3, "organ": 4, "unassigned": 1, "closed": 1}
    for tab, expected in (("due_today", ["f3", "f5"]), ("mine", ["f2", "f3", "f4"]), ("unassigned", ["f5"]),
                          ("closed", ["f1"]), ("organ", ["f2", "f3", "f4", "f5"])):
        assert sorted(ids(office.page(WANG, tab=tab))) == expected
    assert office.page(ZHAO).counts["mine"] == 1
    office.time.shows = day(2, 28)  # the day after the supplement was due: something is to be done again
    assert sorted(ids(office.page(WANG, tab="due_today"))) == ["f2", "f3", "f5"]


def test_the_closed_are_shown_latest_first(office: Office):
    for number in range(3):
        office.file(f"f{number}", at=FILED_AT + timedelta(days=number * 20))
        office.time.shows = FILED_AT + timedelta(days=number * 20)
        office.do(WANG, AssignReview, f"f{number}", officer_id="wang")
        office.do(WANG, AcceptFiling, f"f{number}")
    first = office.page(tab="closed", limit=2)
    second = office.page(tab="closed", limit=2, cursor=first.next_cursor)
    assert ids(first) + ids(second) == ["f2", "f1", "f0"]


def test_a_list_says_of_a_case_what_the_case_says_of_itself(office: Office):
    for case_id in ("f1", "f2", "f3"):
        office.file(case_id)
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
    office.do(WANG, RequestSupplement, "f2", needed="纪要")
    office.time.shows = day(2, 15)
    office.do(WANG, DeclineFiling, "f3", reasons="不符")
    lines = {line.case_id: line for tab in ("organ", "closed") for line in office.page(tab=tab).lines}
    for case_id, late in (("f1", True), ("f2", False), ("f3", True)):
        case = office.case(case_id)
        assert (lines[case_id].late, case.late) == (late, late)
        assert (lines[case_id].state, lines[case_id].assignee_id) == (case.state, "wang")


def test_search_takes_words_as_they_are(office: Office):
    office.file("f1", title="园区企业先建后验 100%")
    office.file("f2", title="烂尾楼盘活", number="530181-2026-000002")
    assert ids(office.page(search="先建 100%")) == ["f1"]
    assert ids(office.page(search="000002")) == ["f2"]
    assert ids(office.page(search="高新区")) == ["f1", "f2"]
    assert ids(office.page(search="_")) == ids(office.page(search="'; drop table review_case; --")) == []


@pytest.mark.parametrize(("actor", "seen"), [
    (LEAD, ["mine", "mine2"]), (SUPERVISOR, ["mine", "mine2", "songming"]),
    (replace(SUPERVISOR, division_code="530000"), ["mine", "mine2", "qujing", "songming"]),
    (replace(SUPERVISOR, division_code=""), []), (ELSEWHERE, ["songming"]), (FILER, ["mine"]),
    (replace(FILER, unit=""), ["mine"]), (OPERATOR, []), (scene.officer("registrar", Role.REGISTRAR), []),
    (replace(LEAD, roles=frozenset({Role.LEAD, Role.SUPERVISOR}), division_code="530300"),
     ["mine", "mine2", "qujing"]),
])
def test_lists_and_single_cases_agree_on_who_sees_what(office: Office, actor: Actor, seen: list[str]):
    filed = {"mine": {}, "mine2": {"unit": "", "filer_id": "somebody"},
             "songming": {"organ_id": "530127", "division_code": "530127", "filer_id": "x", "unit": "别处"},
             "qujing": {"organ_id": "530300", "division_code": "530300", "filer_id": "y", "unit": "别处"}}
    for case_id, changes in filed.items():
        office.file(case_id, **changes)
    assert sorted(ids(office.page(actor))) == seen
    assert office.page(actor).counts["organ"] == len(seen)
    for case_id in filed:
        if case_id in seen:
            assert office.case(case_id, actor).case_id == case_id
        else:
            assert refusal(lambda case_id=case_id: office.case(case_id, actor)) == "not_found"


def test_punctuality_counts_what_one_may_see(office: Office):
    for case_id in ("f1", "f2", "f3", "f4"):
        office.file(case_id)
        office.do(LEAD, AssignReview, case_id, officer_id="wang")
    office.do(WANG, AcceptFiling, "f1")
    office.time.shows = day(2, 15)
    office.do(WANG, DeclineFiling, "f2", reasons="不符")

    def asked(actor: Actor, code: str) -> Punctuality:
        return office.look(views.punctuality, PunctualityQuery(division_code=code), actor)

    expected = Punctuality(decided=2, on_time=1, late=1, open_overdue=2)
    assert asked(SUPERVISOR, "530100") == asked(SUPERVISOR, "530181") == asked(LEAD, "530000") == expected
    nothing = Punctuality(decided=0, on_time=0, late=0, open_overdue=0)
    assert asked(SUPERVISOR, "530300") == asked(ELSEWHERE, "530181") == nothing
    assert refusal(lambda: asked(SUPERVISOR, "999999")) == "policy.unknown_division"


def test_open_matters_are_listed_page_by_page(office: Office):
    for number in range(5):
        office.file(f"f{number}")
    office.do(WANG, AssignReview, "f2", officer_id="wang")
    office.do(WANG, AcceptFiling, "f2")
    first = office.look(views.open_matters, OpenMattersQuery(limit=3), SYSTEM)
    rest = office.look(views.open_matters, OpenMattersQuery(limit=3, cursor=first.next_cursor), SYSTEM)
    assert [each.matter_id for each in first.matters + rest.matters] == ["f0", "f1", "f3", "f4"]
    assert rest.next_cursor == ""


def test_a_new_calendar_edition_moves_open_cases_once(office: Office):
    for number in range(usecases.BATCH + 3):
        office.file(f"f{number}")
    office.do(WANG, AssignReview, "f0", officer_id="wang")
    office.do(WANG, AcceptFiling, "f0")
    office.tick()
    assert len(office.told("f1")) == 1
    office.rules.newest = scene.without(office.rules.newest, day(2, 14))
    for _ in range(2):
        office.tick()
    assert office.told("f1") == [(1, "review_opened"), (2, "deadline_moved")]
    assert office.told("f0")[-1] == (3, "review_accepted")
    assert {line.due_at.date() for line in office.page(limit=200).lines} == {day(2, 24).date()}
    assert office.case("f1").deadline.edition == office.rules.newest.edition


def test_two_replicas_share_the_work_of_a_new_calendar(office: Office):
    for number in range(20):
        office.file(f"f{number}")
    office.rules.newest = scene.without(office.rules.newest, day(2, 14))
    threads = [Thread(target=office.tick) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    office.tick()
    assert all(office.told(f"f{number}")[1:] == [(2, "deadline_moved")] for number in range(20))


def test_a_published_year_takes_the_provisional_mark_away(office: Office):
    office.time.shows = day(12, 31)
    office.file(at=day(12, 31))
    assert office.page().lines[0].provisional is True
    calendar = office.rules.newest
    year = replace(calendar.national[2026], year=2027, holidays={}, workdays={})
    office.rules.newest = replace(calendar, national={**calendar.national, 2027: year})
    office.tick()
    assert office.page().lines[0].provisional is False
    assert office.told() == [(1, "review_opened")]
