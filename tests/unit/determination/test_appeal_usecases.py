"""Use cases of clues, appeals and calendars with a fake context."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import Initiation, Outcome
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.appeal import Appeal
from services.determination.presenters.appeals import appeal_view
from services.determination.usecases import appeals, clues, determinations
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep, of
from tests.unit.determination.determination_scene import (
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
    disposal=ReportDisposal.VERIFY, tolerance_arises=True, reasons="属于先行先试", received_at=NOW)


@pytest.fixture
def context() -> FakeContext:
    return jinghong()


def test_a_clues_disposal_opens_one_case_and_only_one(context: FakeContext):
    hold = replace(CLUE, tolerance_arises=False, disposal=ReportDisposal.HOLD)
    held = clues.dispose(context.sit(QIAN), hold)
    assert (held.case_id, held.disposed_by_name, held.subject) == ("", "qian某", scene.PERSON)
    first = clues.dispose(context.sit(WANG), CLUE)
    case = context.store.determinations.get(first.case_id)
    assert (case.initiation, case.clue_number, case.clue_handlers) == (
        Initiation.CLUE, "线-7", {"qian", "wang"})
    second = clues.dispose(context.sit(LEAD), replace(CLUE, tolerance_arises=False))
    assert first.case_id == second.case_id != ""
    assert len(context.store.determinations.rows) == 1
    case = context.store.determinations.get(first.case_id)
    assert case.clue_handlers == {"qian", "wang", "lead"} <= case.engaged
    assert code_of(lambda: clues.dispose(context.sit(KIN), CLUE)) == "review.recused"
    assert code_of(lambda: clues.dispose(context.sit(SUBJECT), CLUE)) == "forbidden"
    unseen = replace(CLUE, subject=replace(scene.PERSON, unit="别的单位"))
    assert code_of(lambda: clues.dispose(context.sit(KIN), unseen)) == "review.recused"
    late = replace(CLUE, received_at=scene.day(3, 3))
    assert code_of(lambda: clues.dispose(context.sit(WANG), late)) == "determination.clue_not_received"


def test_who_was_recused_from_the_case_of_a_clue_does_not_dispose_of_it_again(context: FakeContext):
    case_id = clues.dispose(context.sit(WANG), CLUE).case_id
    out = contract.RecuseFromDetermination(
        command_id="c", case_id=case_id, officer_id="qian", ground=RecusalGround.RELATIVE, reason="亲属")
    determinations.recuse(context.sit(QIAN), out)
    assert code_of(lambda: clues.dispose(context, CLUE)) == "review.recused"


def test_nor_does_who_hears_the_appeal_and_so_stop_their_own_panel(context: FakeContext):
    reviewer = scene.here("panel1", Role.REVIEWER)
    case_id = clues.dispose(context.sit(WANG), CLUE).case_id
    case = replace(scene.decided(), id=case_id, clue_number=CLUE.clue_number)
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    panel = (view(reviewer), *map(view, scene.PANEL[1:]))
    appeal.form_panel(panel, case, by(scene.DEPUTY))
    keep(context, case)
    keep(context, appeal)
    assert code_of(lambda: clues.dispose(context.sit(reviewer), CLUE)) == "appeal.hears_it"
    clues.dispose(context.sit(QIAN), CLUE)


class FakeJointMeeting(SimpleNamespace):
    """What it takes to be told whom a case bars."""

    id, pack_id, division_code = "m1", scene.PACK.id, scene.DIVISION
    happened, barred = (), ()
    agenda = SimpleNamespace(open_on=lambda _: frozenset())

    def bar(self, case_id: str, recusal, _) -> None:
        self.barred = (case_id, recusal.officer_id, recusal.ground)

    def take_events(self) -> list:
        return []


def test_who_disposes_of_the_clue_of_a_case_on_an_agenda_has_no_vote_there(context: FakeContext):
    case_id = clues.dispose(context.sit(WANG), CLUE).case_id
    case = context.store.determinations.get(case_id)
    case.put_on_agenda("m1", by(LEAD))
    keep(context, case)
    context.store.meetings.put(FakeJointMeeting())
    clues.dispose(context.sit(QIAN), CLUE)
    assert context.store.meetings.rows["m1"].barred == (case_id, "qian", RecusalGround.OTHER)


def test_an_appeal_from_lodging_to_a_milder_decision(context: FakeContext):
    keep(context, scene.decided())
    lodge = of(contract.LodgeAppeal, grounds="处理过重")
    assert code_of(lambda: appeals.lodge(context.sit(QIAN), lodge)) == "forbidden"
    lodged = appeals.lodge(context.sit(SUBJECT), lodge)
    assert (lodged.number, lodged.allowed) == ("容复〔2026〕1号", ("withdraw",))
    panel = contract.FormAppealPanel(
        command_id="c", appeal_id=lodged.appeal_id, officer_ids=tuple(each.officer_id for each in PANEL))
    assert code_of(lambda: appeals.form_panel(context.sit(WANG), panel)) == "forbidden"
    assert lodged.engaged == ()
    appeal, case = context.store.appeals.get(lodged.appeal_id), context.store.determinations.get("d1")
    assert appeal_view(appeal, case, by(DEPUTY)).engaged == tuple(sorted(case.engaged)) != ()
    ghost = replace(panel, officer_ids=("ghost",))
    assert code_of(lambda: appeals.form_panel(context.sit(DEPUTY), ghost)) == "appeal.not_eligible"
    assert [each.officer_id for each in appeals.form_panel(context, panel).panel] == list(panel.officer_ids)
    decide = contract.DecideAppeal(
        command_id="c", appeal_id=lodged.appeal_id, outcome=Outcome.EXEMPT, terms=TERMS)
    assert code_of(lambda: appeals.decide(context.sit(WANG), decide)) == "appeal.not_on_panel"
    assert code_of(lambda: appeals.decide(context.sit(ELSEWHERE), decide)) == "not_found"
    stated = appeals.decide(context.sit(PANEL[0]), decide)
    assert (stated.upheld, stated.allowed, stated.majority) == (None, ("decide",), 2)
    decided = _signed(context, stated)
    assert (decided.upheld, decided.allowed) == (False, ())
    assert [type(event).__name__ for event in context.told[-2:]] == ["DeterminationMade", "AppealDecided"]
    assert context.store.determinations.get("d1").current.outcome is Outcome.EXEMPT


@pytest.mark.parametrize(("changed", "goes_on"), [
    ({}, "wang"), ({"active": False}, ""), ({"roles": (Role.FILER,)}, ""), ({"organ_id": "532901"}, "")])
def test_what_an_appeal_opens_again_goes_back_to_whoever_held_it_while_they_may(
        context: FakeContext, changed: dict, goes_on: str):
    _concluded_and_heard(context)
    context.officers = tuple(replace(each, **changed) if each.officer_id == "wang" else each
                             for each in context.officers)
    _signed(context, appeals.decide(context.sit(PANEL[0]), MILDER))
    case = context.store.determinations.read("d1")
    assert (case.state.value, case.assignee_id) == ("feedback", goes_on)
    made = next(each for each in context.told if isinstance(each, contract.DeterminationMade))
    assert made.standing.holders == tuple(filter(None, [goes_on]))


def test_nor_does_it_go_back_to_whoever_was_recused_meanwhile(context: FakeContext):
    case = _concluded_and_heard(context)
    case.recuse(holder(WANG), RecusalGround.RELATIVE, "亲属", by(DEPUTY))
    keep(context, case)
    _signed(context, appeals.decide(context.sit(PANEL[0]), MILDER))
    assert context.store.determinations.read("d1").assignee_id == ""


def _concluded_and_heard(context: FakeContext) -> scene.Determination:
    case = scene.concluded()
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    appeal.form_panel(tuple(map(view, PANEL)), case, by(DEPUTY))
    keep(context, case)
    keep(context, appeal)
    return case


def _signed(context: FakeContext, stated: contract.AppealView) -> contract.AppealView:
    """By another of the panel, as they read it."""
    [said] = stated.opinions
    return appeals.sign(context.sit(PANEL[1]), contract.SignAppealOpinion(
        command_id="c", appeal_id=stated.appeal_id, officer_id=PANEL[0].officer_id, digest=said.digest))


MILDER = contract.DecideAppeal(command_id="c", appeal_id="a1", outcome=Outcome.MITIGATE, terms=TERMS)


def test_the_subject_takes_an_appeal_back(context: FakeContext):
    appeal, case = scene.appealed()
    keep(context, case)
    keep(context, appeal)
    command = contract.WithdrawAppeal(command_id="c", appeal_id="a1", reason="接受")
    assert code_of(lambda: appeals.withdraw(context.sit(LEAD), command)) == "forbidden"
    assert appeals.withdraw(context.sit(SUBJECT), command).state.value == "withdrawn"
    assert context.store.determinations.get("d1").open_appeal == ""


class Almanac:
    """The same packs with another calendar."""

    pack_by_id = staticmethod(scene.RULES.pack_by_id)

    def __init__(self, calendar) -> None:
        self._calendar = calendar

    def calendar(self, _: str):
        return self._calendar


def test_a_new_calendar_moves_determinations_and_appeals(context: FakeContext):
    appeal, case = scene.appealed()
    keep(context, case)
    keep(context, appeal)
    context.rules = Almanac(without(scene.RULES.calendar(scene.DIVISION), case.due_at, appeal.due_at))
    for _ in range(2):
        determinations.follow_calendars(context.sit(SYSTEM))
    assert [(type(event).__name__, event.what) for event in context.told] == [
        ("DeterminationMoved", "new_calendar"), ("AppealMoved", "new_calendar")]
