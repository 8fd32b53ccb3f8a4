"""Use cases of clues, appeals and calendars with a fake desk."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.determination import (
    Disposal,
    Initiation,
    Outcome,
)
from rongcuo.contracts.review import RecusalGround
from services.review.answers.appeals import appeal_view
from services.review.domain.appeal import Appeal
from services.review.usecases import appeals, calendars, clues, determinations
from tests.unit.review import determination_scene as scene
from tests.unit.review.desk import FakeDesk
from tests.unit.review.determination_desk import code_of, jinghong, keep, of
from tests.unit.review.determination_scene import (
    DEPUTY,
    ELSEWHERE,
    KIN,
    LEAD,
    NOW,
    PANEL,
    QIAN,
    SUBJECT,
    TERMS,
    WANG,
    by,
)
from tests.unit.review.scene import holder, view, without

CLUE = contract.DisposeClue(
    command_id="c", clue_number="线-7", subject=scene.PERSON, act=scene.ACT, title="先行施工",
    disposal=Disposal.VERIFY, tolerance_arises=True, reasons="属于先行先试", received_at=NOW)


@pytest.fixture
def desk() -> FakeDesk:
    return jinghong()


def test_a_clues_disposal_opens_one_case_and_only_one(desk: FakeDesk):
    held = clues.dispose(desk.sit(QIAN), replace(CLUE, tolerance_arises=False, disposal=Disposal.HOLD))
    assert (held.case_id, held.disposed_by_name, held.subject) == ("", "qian某", scene.PERSON)
    first = clues.dispose(desk.sit(WANG), CLUE)
    case = desk.store.determinations.get(first.case_id)
    assert (case.initiation, case.clue_number, case.clue_handlers) == (
        Initiation.CLUE, "线-7", {"qian", "wang"})
    second = clues.dispose(desk.sit(LEAD), replace(CLUE, tolerance_arises=False))
    assert first.case_id == second.case_id != ""
    assert len(desk.store.determinations.rows) == 1
    case = desk.store.determinations.get(first.case_id)
    assert case.clue_handlers == {"qian", "wang", "lead"} <= case.engaged
    assert code_of(lambda: clues.dispose(desk.sit(KIN), CLUE)) == "review.recused"
    assert code_of(lambda: clues.dispose(desk.sit(SUBJECT), CLUE)) == "forbidden"
    unseen = replace(CLUE, subject=replace(scene.PERSON, unit="别的单位"))
    assert code_of(lambda: clues.dispose(desk.sit(KIN), unseen)) == "review.recused"
    late = replace(CLUE, received_at=scene.day(3, 3))
    assert code_of(lambda: clues.dispose(desk.sit(WANG), late)) == "determination.clue_not_received"


def test_who_was_recused_from_the_case_of_a_clue_does_not_dispose_of_it_again(desk: FakeDesk):
    case_id = clues.dispose(desk.sit(WANG), CLUE).case_id
    out = contract.RecuseFromDetermination(
        command_id="c", case_id=case_id, officer_id="qian", ground=RecusalGround.RELATIVE, reason="亲属")
    determinations.recuse(desk.sit(QIAN), out)
    assert code_of(lambda: clues.dispose(desk, CLUE)) == "review.recused"


def test_nor_does_who_hears_the_appeal_and_so_stop_their_own_panel(desk: FakeDesk):
    reviewer = scene.here("panel1", Role.REVIEWER)
    case_id = clues.dispose(desk.sit(WANG), CLUE).case_id
    case = replace(scene.decided(), id=case_id, clue_number=CLUE.clue_number)
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    panel = (view(reviewer), *map(view, scene.PANEL[1:]))
    appeal.form_panel(panel, case, by(scene.DEPUTY))
    keep(desk, case)
    keep(desk, appeal)
    assert code_of(lambda: clues.dispose(desk.sit(reviewer), CLUE)) == "appeal.hears_it"
    clues.dispose(desk.sit(QIAN), CLUE)


class FakeMeeting(SimpleNamespace):
    """What it takes to be told whom a case bars."""

    id, pack_id, division_code = "m1", scene.PACK.id, scene.DIVISION
    heeded: tuple = ()
    agenda = SimpleNamespace(open_on=lambda _: frozenset())

    def heed(self, case_id: str, recusal, _) -> None:
        self.heeded = (case_id, recusal.officer_id, recusal.ground)

    def take_events(self) -> list:
        return []


def test_who_disposes_of_the_clue_of_a_case_on_an_agenda_has_no_vote_there(desk: FakeDesk):
    case_id = clues.dispose(desk.sit(WANG), CLUE).case_id
    case = desk.store.determinations.get(case_id)
    case.put_on_agenda("m1", by(LEAD))
    keep(desk, case)
    desk.store.meetings.put(FakeMeeting())
    clues.dispose(desk.sit(QIAN), CLUE)
    assert desk.store.rows["m1"].heeded == (case_id, "qian", RecusalGround.OTHER)


def test_an_appeal_from_lodging_to_a_milder_decision(desk: FakeDesk):
    keep(desk, scene.decided())
    lodge = of(contract.LodgeAppeal, grounds="处理过重")
    assert code_of(lambda: appeals.lodge(desk.sit(QIAN), lodge)) == "forbidden"
    lodged = appeals.lodge(desk.sit(SUBJECT), lodge)
    assert (lodged.number, lodged.allowed) == ("容复〔2026〕1号", ("withdraw",))
    panel = contract.FormAppealPanel(
        command_id="c", appeal_id=lodged.appeal_id, officer_ids=tuple(each.officer_id for each in PANEL))
    assert code_of(lambda: appeals.form_panel(desk.sit(WANG), panel)) == "forbidden"
    assert lodged.engaged == ()
    appeal, case = desk.store.appeals.get(lodged.appeal_id), desk.store.determinations.get("d1")
    assert appeal_view(appeal, case, by(DEPUTY)).engaged == tuple(sorted(case.engaged)) != ()
    ghost = replace(panel, officer_ids=("ghost",))
    assert code_of(lambda: appeals.form_panel(desk.sit(DEPUTY), ghost)) == "appeal.not_eligible"
    assert [each.officer_id for each in appeals.form_panel(desk, panel).panel] == list(panel.officer_ids)
    decide = contract.DecideAppeal(
        command_id="c", appeal_id=lodged.appeal_id, outcome=Outcome.EXEMPT, terms=TERMS)
    assert code_of(lambda: appeals.decide(desk.sit(WANG), decide)) == "appeal.not_on_panel"
    assert code_of(lambda: appeals.decide(desk.sit(ELSEWHERE), decide)) == "not_found"
    stated = appeals.decide(desk.sit(PANEL[0]), decide)
    assert (stated.upheld, stated.allowed, stated.majority) == (None, ("decide",), 2)
    decided = _signed(desk, stated)
    assert (decided.upheld, decided.allowed) == (False, ())
    assert [type(event).__name__ for event in desk.told[-2:]] == ["DeterminationMade", "AppealDecided"]
    assert desk.store.determinations.get("d1").current.outcome is Outcome.EXEMPT


@pytest.mark.parametrize(("changed", "goes_on"), [
    ({}, "wang"), ({"active": False}, ""), ({"roles": (Role.FILER,)}, ""), ({"organ_id": "532901"}, "")])
def test_what_an_appeal_opens_again_goes_back_to_whoever_held_it_while_they_may(
        desk: FakeDesk, changed: dict, goes_on: str):
    _concluded_and_heard(desk)
    desk.officers = tuple(replace(each, **changed) if each.officer_id == "wang" else each
                          for each in desk.officers)
    _signed(desk, appeals.decide(desk.sit(PANEL[0]), MILDER))
    case = desk.store.determinations.read("d1")
    assert (case.state.value, case.assignee_id) == ("feedback", goes_on)
    made = next(each for each in desk.told if isinstance(each, contract.DeterminationMade))
    assert made.standing.holders == tuple(filter(None, [goes_on]))


def test_nor_does_it_go_back_to_whoever_was_recused_meanwhile(desk: FakeDesk):
    case = _concluded_and_heard(desk)
    case.recuse(holder(WANG), RecusalGround.RELATIVE, "亲属", by(DEPUTY))
    keep(desk, case)
    _signed(desk, appeals.decide(desk.sit(PANEL[0]), MILDER))
    assert desk.store.determinations.read("d1").assignee_id == ""


def _concluded_and_heard(desk: FakeDesk) -> scene.Determination:
    case = scene.concluded()
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    appeal.form_panel(tuple(map(view, PANEL)), case, by(DEPUTY))
    keep(desk, case)
    keep(desk, appeal)
    return case


def _signed(desk: FakeDesk, stated: contract.AppealView) -> contract.AppealView:
    """By another of the panel, as they read it."""
    [said] = stated.opinions
    return appeals.sign(desk.sit(PANEL[1]), contract.SignAppealOpinion(
        command_id="c", appeal_id=stated.appeal_id, officer_id=PANEL[0].officer_id, digest=said.digest))


MILDER = contract.DecideAppeal(command_id="c", appeal_id="a1", outcome=Outcome.MITIGATE, terms=TERMS)


def test_the_subject_takes_an_appeal_back(desk: FakeDesk):
    appeal, case = scene.appealed()
    keep(desk, case)
    keep(desk, appeal)
    command = contract.WithdrawAppeal(command_id="c", appeal_id="a1", reason="接受")
    assert code_of(lambda: appeals.withdraw(desk.sit(LEAD), command)) == "forbidden"
    assert appeals.withdraw(desk.sit(SUBJECT), command).state.value == "withdrawn"
    assert desk.store.determinations.get("d1").open_appeal == ""


class Almanac:
    """The same packs with another calendar."""

    pack_by_id = staticmethod(scene.RULES.pack_by_id)

    def __init__(self, calendar) -> None:
        self._calendar = calendar

    def calendar(self, _: str):
        return self._calendar


def test_a_new_calendar_moves_determinations_and_appeals(desk: FakeDesk):
    appeal, case = scene.appealed()
    keep(desk, case)
    keep(desk, appeal)
    desk.rules = Almanac(without(scene.RULES.calendar(scene.DIVISION), case.due_at, appeal.due_at))
    for _ in range(2):
        calendars.follow_calendars(desk.sit(SYSTEM))
    assert [(type(event).__name__, event.what) for event in desk.told] == [
        ("DeterminationMoved", "new_calendar"), ("AppealMoved", "new_calendar")]
