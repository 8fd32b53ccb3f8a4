"""Review on both databases, in the chassis' own execution context."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest

from rongcuo.casework.calendars import BATCH
from rongcuo.chassis.config import Config
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingWithdrawn
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    DeclineFiling,
    FormVerificationTeam,
    RecusalGround,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
    ReviewState,
)
from services.review import usecases
from services.review.domain import ReviewCase
from services.review.storage import CaseStorage
from tests.integration.services.review_office import Office, refusal
from tests.unit.review import scene
from tests.unit.review.scene import COLLEAGUE, ELSEWHERE, FILER, FILING, LEAD, PARTY, QIAN, WANG, ZHAO, day


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def test_a_case_is_kept_whole(office: Office):
    office.file(colour="yellow")
    office.do(LEAD, AssignReview, officer_id="wang")
    office.do(WANG, RequestSupplement, needed="会议纪要")
    office.time.shows = day(2, 14)
    supplement = replace(scene.supplement(day(2, 14), "zhao"), named_in_words=("李某", "孙某"))
    office.hear(supplement, usecases.take_supplement)
    office.do(WANG, AcceptFiling, opinion="同意")
    office.do(LEAD, RecuseReviewer, officer_id="lead", ground=RecusalGround.RELATIVE, reason="亲属")
    with office.shop.database.reading() as session:
        kept = CaseStorage(session).read("f1")
        again = CaseStorage(session)
        assert again.read("f1") == kept
    assert (kept.state, kept.stage, kept.supplements) == (ReviewState.VERIFICATION, "verification", 1)
    assert (kept.named, kept.named_in_words) == ({"party", "partylead", "zhao"}, {"李某", "孙某"})
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
    for actor, code in ((PARTY, "review.not_assigned"), (COLLEAGUE, "review.recused"), (FILER, "forbidden"),
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


def test_a_new_calendar_edition_moves_open_cases_once(office: Office):
    for number in range(BATCH + 3):
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
    year = replace(calendar.national[2026], year=2027, workdays={},
                   holidays={date(2027, 1, 1): calendar.national[2026].holidays[date(2026, 1, 1)]})
    office.rules.newest = replace(calendar, national={**calendar.national, 2027: year})
    office.tick()
    assert office.page().lines[0].provisional is False
    assert office.told() == [(1, "review_opened")]
