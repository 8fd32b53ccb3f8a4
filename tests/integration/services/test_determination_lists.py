"""Work list, search, row scope and the consistency aid of determinations, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import (
    AppealsQuery,
    AppealState,
    ClueDisposalsQuery,
    DeterminationState,
    DisposeClue,
    RecuseFromDetermination,
)
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.review import RecusalGround
from services.determination.views import appeals, clues, open_cases
from tests.integration.services.determination_office import Office, ids, refusal
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    COLLEAGUE,
    DEPUTY,
    ELSEWHERE,
    KIN,
    LEAD,
    MEMBER,
    NOW,
    OPERATOR,
    PANEL,
    QIAN,
    STRANGER,
    SUBJECT,
    SUPERVISOR,
    WANG,
    ZHAO,
    by,
)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def test_a_page_follows_the_other_by_due_day_and_number_without_loss(office: Office):
    for number in range(23):
        office.time.shows = NOW + timedelta(days=number % 4)
        office.open()
    seen, cursor = [], ""
    while not seen or cursor:
        shown = office.page(limit=5, cursor=cursor)
        seen += [(line.due_at, len(line.number), line.number) for line in shown.lines]
        cursor = shown.next_cursor
    assert len(seen) == 23
    assert seen == sorted(seen)
    assert refusal(lambda: office.page(cursor="nonsense")) == "invalid"
    assert refusal(lambda: office.page(tab="nonsense")) == "invalid"


def test_tabs_and_their_counts(office: Office):
    for name, make in (("open", scene.opened), ("held", scene.held), ("team", scene.verifying),
                       ("done", scene.concluded), ("gone", scene.withdrawn)):
        office.keep(make(), name)
    paused = scene.held()
    paused.suspend("等待鉴定", by(WANG))
    office.keep(paused, "paused")
    office.time.shows = scene.held().due_at
    assert office.page(WANG).counts == {"due_today": 2, "mine": 3, "organ": 4, "unassigned": 1, "closed": 2}
    for tab, expected in (("due_today", ["held", "open"]), ("mine", ["held", "paused", "team"]),
                          ("unassigned", ["open"]), ("closed", ["done", "gone"])):
        assert sorted(ids(office.page(WANG, tab=tab))) == expected
    assert office.page(ZHAO).counts["mine"] == 1


def test_a_list_says_of_a_case_what_the_case_says_of_itself(office: Office):
    for state, make in scene.CASES.items():
        office.keep(make(), state.value)
    office.time.shows = NOW + timedelta(days=30)
    lines = {line.case_id: line for tab in ("organ", "closed") for line in office.page(tab=tab).lines}
    assert len(lines) == len(DeterminationState)
    for state in DeterminationState:
        case, line = office.case(state.value), lines[state.value]
        assert (line.late, line.state, line.assignee_id, line.stage, line.held_by, line.outcome) == (
            case.late, case.state, case.assignee_id, case.stage, case.held_by,
            case.decisions[0].outcome.value if case.decisions else "")


def test_search_takes_words_as_they_are(office: Office):
    office.keep(scene.opened(title="先行施工 100%"), "d1")
    office.keep(replace(scene.opened(title="烂尾楼盘活"), number="容认〔2026〕2号"), "d2")
    assert ids(office.page(search="先行 100%")) == ["d1"]
    assert ids(office.page(search="2号")) == ["d2"]
    assert ids(office.page(search="交通运输局")) == ids(office.page(search="subject某")) == ["d1", "d2"]
    assert ids(office.page(search="_")) == ids(office.page(search="'; drop table determination; --")) == []


@pytest.mark.parametrize(("actor", "seen"), [
    (LEAD, ["mine", "others"]), (MEMBER, []), (SUBJECT, ["mine"]), (COLLEAGUE, ["mine"]),
    (replace(COLLEAGUE, unit=""), []), (STRANGER, []), (SUPERVISOR, ["mine", "others"]),
    (replace(SUPERVISOR, division_code="530000"), ["dali", "mine", "others"]), (OPERATOR, []),
    (replace(SUPERVISOR, division_code=""), []), (ELSEWHERE, ["dali"]),
    (scene.here("x", Role.REGISTRAR), []), (replace(SUBJECT, roles=frozenset()), ["mine"]),
    (scene.here("reader", Role.MEMBER, organ_id="533100"), ["others"]), (SYSTEM, ["dali", "mine", "others"])])
def test_lists_and_single_cases_agree_on_who_sees_what(office: Office, actor: Actor, seen: list[str]):
    nobody = replace(scene.PERSON, officer_id="", unit="某村")
    others = scene.opened(subject=nobody)
    others.put_on_agenda("m1", by(LEAD), frozenset({"reader"}))
    office.keep(scene.opened(), "mine")
    office.keep(others, "others")
    office.keep(scene.opened(subject=nobody), "dali", organ_id="532901", division_code="532901")
    assert sorted(ids(office.page(actor))) == seen
    assert office.page(actor).counts["organ"] == len(seen)
    for case_id in ("mine", "others", "dali"):
        if case_id in seen:
            assert office.case(case_id, actor).case_id == case_id
        else:
            assert refusal(lambda case_id=case_id: office.case(case_id, actor)) == "not_found"


def test_a_clues_disposals_are_the_organs(office: Office):
    for arises in (False, True):
        office.do(WANG, DisposeClue, clue_number="线-7", subject=scene.PERSON, act=scene.ACT,
                  title="先行施工", disposal=ReportDisposal.VERIFY, tolerance_arises=arises, reasons="理由",
                  received_at=NOW)
        office.time.shows += timedelta(days=1)
    for actor, expected in ((LEAD, [False, True]), (SUPERVISOR, [False, True]), (SUBJECT, []), (MEMBER, []),
                            (ELSEWHERE, []), (replace(SUPERVISOR, division_code="530100"), [])):
        found = office.look(clues.clue_disposals, ClueDisposalsQuery(clue_number="线-7"), actor)
        assert [each.tolerance_arises for each in found.disposals] == expected
    assert len(office.noted("review.clue_read")) == 4


def test_a_clues_disposals_are_kept_from_its_subjects_side_and_from_the_recused(office: Office):
    facts = {"clue_number": "线-7", "subject": scene.PERSON, "act": scene.ACT, "title": "先行施工",
             "disposal": ReportDisposal.HOLD, "reasons": "理由", "received_at": NOW}
    query = ClueDisposalsQuery(clue_number="线-7")
    office.do(WANG, DisposeClue, tolerance_arises=False, **facts)
    told, = office.look(clues.clue_disposals, query, QIAN).disposals
    assert (told.subject, told.case_id) == (scene.PERSON, "")
    suspected = replace(QIAN, officer_id="subject")
    for actor in (KIN, suspected):
        assert office.look(clues.clue_disposals, query, actor).disposals == ()
    case_id = office.do(WANG, DisposeClue, tolerance_arises=True, **facts).case_id
    office.do(QIAN, RecuseFromDetermination, case_id=case_id, officer_id="qian",
              ground=RecusalGround.RELATIVE, reason="亲属")
    assert office.look(clues.clue_disposals, query, QIAN).disposals == ()
    assert len(office.look(clues.clue_disposals, query, WANG).disposals) == 2


def test_open_matters_of_every_kind_are_listed_page_by_page(office: Office):
    for case_id in ("d1", "d3"):
        office.keep(scene.held(), case_id)
    office.keep(scene.withdrawn(), "d2")
    appeal, case = scene.appealed()
    office.keep(case, "d4")
    office.keep(replace(appeal, case_id="d4"))
    first = office.look(open_cases.open_matters, OpenMattersQuery(limit=2), SYSTEM)
    rest = office.look(open_cases.open_matters, OpenMattersQuery(limit=3, cursor=first.next_cursor), SYSTEM)
    assert [(each.matter_id, each.state) for each in first.matters + rest.matters] == [
        ("a1", "lodged"), ("d1", "acceptance"), ("d3", "acceptance"), ("d4", "feedback")]
    assert refusal(lambda: office.look(open_cases.open_matters, OpenMattersQuery(), LEAD)) == "forbidden"


def test_appeals_are_listed_for_those_who_see_their_case(office: Office):
    for number in range(5):
        office.time.shows = NOW + timedelta(days=number % 2)
        appeal, case = scene.heard() if number else scene.appealed()
        office.keep(case, f"d{number}")
        office.keep(replace(appeal, case_id=f"d{number}", due_at=appeal.due_at + timedelta(days=number % 2)),
                    f"a{number}")
    withdrawn, case = scene.appealed()
    withdrawn.withdraw("", case, by(SUBJECT))
    office.keep(case, "d5")
    office.keep(replace(withdrawn, case_id="d5"), "a5")
    seen, cursor = [], ""
    while not seen or cursor:
        shown = office.look(appeals.page, AppealsQuery(limit=2, cursor=cursor), DEPUTY)
        seen += [line.appeal_id for line in shown.lines]
        cursor = shown.next_cursor
    assert seen == ["a0", "a2", "a4", "a1", "a3"]
    for actor, organ, closed in ((SUBJECT, 5, 1), (SUPERVISOR, 5, 1), (PANEL[0], 4, 0)):
        shown = office.look(appeals.page, AppealsQuery(), actor)
        assert (len(shown.lines), shown.counts) == (organ, {"organ": organ, "closed": closed})
    for actor in (ELSEWHERE, OPERATOR, STRANGER):
        shown = office.look(appeals.page, AppealsQuery(), actor)
        assert (shown.lines, shown.counts) == ((), {"organ": 0, "closed": 0})
    for search, count in (("公路 先行", 5), (appeal.number, 5), ("没有", 0)):
        assert len(office.look(appeals.page, AppealsQuery(search=search), DEPUTY).lines) == count
    [closed] = office.look(appeals.page, AppealsQuery(tab="closed"), DEPUTY).lines
    assert (closed.appeal_id, closed.state, closed.panel) == ("a5", AppealState.WITHDRAWN, ())
    assert refusal(lambda: office.look(appeals.page, AppealsQuery(tab="all"), DEPUTY)) == "invalid"
    office.time.shows = NOW + timedelta(days=90)
    line = office.look(appeals.page, AppealsQuery(limit=2), DEPUTY).lines[1]
    assert [each.name for each in line.panel] == [f"{each.officer_id}某" for each in PANEL]
    assert line.late
