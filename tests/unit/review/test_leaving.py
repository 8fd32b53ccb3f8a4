"""No change of posts leaves a matter without a judge: what somebody held whose post has ended waits to be
given to others, with its clock running; where nobody is left the organ above has it."""

from dataclasses import replace

import pytest

from rongcuo.casework.holding import held_by
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import AppealMoved, DeterminationMoved, MeetingMoved
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from rongcuo.contracts.review import AssignReview, HeldBy, ReviewHandedUp, ReviewHolderLeft
from services.determination.usecases.handing_up import NOBODY_LEFT
from services.review.domain import ReviewCase
from services.review.usecases import cases, leaving
from tests.unit.determination import determination_scene
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.meeting import scene as meetings
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
from tests.unit.review.scene import LEAD, QIAN, WANG, ZHAO, by, day, view

ABOVE = scene.officer("above", Role.LEAD, organ_id="530100")
PROVINCE = scene.officer("province", Role.LEAD, organ_id="530000")


def dismiss(context: FakeContext, *gone: Actor) -> None:
    """Identity knows of all of them when the first is heard of."""
    context.actor = scene.SYSTEM
    names = {each.officer_id for each in gone}
    context.officers = tuple(replace(each, active=each.active and each.officer_id not in names)
                             for each in context.officers)
    for each in gone:
        leaving.leave(context, OfficerDismissed(officer_id=each.officer_id, organ_id=each.organ_id))


@pytest.fixture
def context() -> FakeContext:
    context = FakeContext()
    context.officers = tuple(map(view,
                                 (LEAD, WANG, ZHAO, QIAN, ABOVE, PROVINCE, scene.COLLEAGUE, scene.FILER)))
    return context


def objected() -> ReviewCase:
    case = scene.held()
    case.decline("不属于适用情形", by(WANG))
    case.object(scene.objection(scene.FILED_AT), by(scene.SYSTEM))
    case.assign(view(ZHAO), by(LEAD))
    return case


@pytest.mark.parametrize(("case", "gone", "waits"), [
    (scene.held, WANG, HeldBy.ASSIGNMENT), (objected, ZHAO, HeldBy.ASSIGNMENT),
    (scene.awaiting, WANG, HeldBy.FILER), (lambda: scene.verifying(WANG, ZHAO), ZHAO, HeldBy.TEAM_FORMING)])
def test_a_review_waits_at_its_organ_with_its_deadline_running(context: FakeContext, case, gone: Actor,
                                                               waits: HeldBy) -> None:
    before = case()
    keep(context, case())
    dismiss(context, gone)
    after = context.store.read("f1")
    assert (after.holders, held_by(after), after.organ_id) == (frozenset(), waits, scene.ORGAN)
    assert (after.clock, after.due_at, after.state) == (before.clock, before.due_at, before.state)
    (told,) = context.told
    assert isinstance(told, ReviewHolderLeft)
    assert (told.officer_id, told.holders, told.due_at) == (gone.officer_id, (), before.due_at)


def test_its_history_says_why_and_blames_nobody(context: FakeContext) -> None:
    keep(context, scene.held())
    dismiss(context, WANG)
    entry = context.store.read("f1").history[-1]
    assert (entry.what, entry.note, entry.actor_id) == ("post_ended", "wang某任职结束，退回待分派", "system")
    cases.assign(context.sit(LEAD), AssignReview(command_id="c", case_id="f1", officer_id="zhao"))
    assert context.store.read("f1").assignee_id == "zhao"


def test_of_three_who_verify_two_go_on_and_of_two_nobody(context: FakeContext) -> None:
    keep(context, scene.verifying(WANG, ZHAO, QIAN))
    dismiss(context, WANG)
    case = context.store.read("f1")
    assert ([each.officer_id for each in case.team], case.assignee_id) == (["zhao", "qian"], "zhao")
    assert context.told[-1].holders == ("qian", "zhao")
    dismiss(context, ZHAO)
    assert (context.store.read("f1").team, context.store.read("f1").holders) == ((), frozenset())


def test_what_has_ended_or_is_in_other_hands_stays_as_it_is(context: FakeContext) -> None:
    keep(context, scene.accepted())
    keep(context, replace(scene.held(ZHAO), id="f2"))
    dismiss(context, WANG, scene.FILER)
    assert not context.told


def test_where_the_last_judge_leaves_the_organ_above_has_all_that_waited(context: FakeContext) -> None:
    keep(context, scene.held())
    keep(context, replace(scene.opened(), id="f2"))
    dismiss(context, WANG, ZHAO, QIAN)
    assert context.store.read("f2").organ_id == scene.ORGAN     # a lead is left
    dismiss(context, LEAD)
    for case in map(context.store.read, ("f1", "f2")):
        assert (case.organ_id, case.holders, case.history[-1].note) == ("530100", frozenset(), NOBODY_LEFT)
    assert isinstance(context.told[-1], ReviewHandedUp)


def test_a_verification_without_a_lead_goes_up_though_reviewers_are_left(context: FakeContext) -> None:
    keep(context, scene.verifying(WANG, ZHAO))
    dismiss(context, LEAD)
    assert context.store.read("f1").organ_id == "530100"


def test_it_goes_to_the_nearest_organ_that_has_somebody(context: FakeContext) -> None:
    keep(context, scene.held())
    dismiss(context, ABOVE, WANG, ZHAO, QIAN, LEAD)
    assert context.store.read("f1").organ_id == "530000"
    dismiss(context, PROVINCE)
    assert context.store.read("f1").organ_id == "530000"    # there it waits, with its deadline
    assert not context.store.read("f1").ended


def test_whoever_judges_nothing_hands_up_nothing(context: FakeContext) -> None:
    context.officers = tuple(map(view, (ABOVE, scene.FILER)))
    keep(context, scene.opened())
    dismiss(context, scene.FILER)
    assert context.store.read("f1").organ_id == scene.ORGAN


PEOPLE = determination_scene


@pytest.mark.parametrize("state", [State.ACCEPTANCE, State.MEETING, State.FEEDBACK, State.RECORD_FILING])
def test_a_determination_waits_in_every_state(state: State) -> None:
    context = jinghong()
    before = PEOPLE.CASES[state]()
    keep(context, PEOPLE.CASES[state]())
    dismiss(context, PEOPLE.WANG, PEOPLE.ZHAO)
    after = context.store.determinations.read("d1")
    assert (after.holders, after.state, after.due_at, after.organ_id) == (
        frozenset(), before.state, before.due_at, before.organ_id)
    assert {"wang", "zhao"} & after.engaged == {"wang", "zhao"} & before.engaged
    told = context.told[0]
    assert isinstance(told, DeterminationMoved)
    assert (told.what, told.concerns) == ("post_ended", ("wang",))


@pytest.mark.parametrize("act", ["revoke", "correct"])
def test_what_is_opened_anew_after_its_end_waits_to_be_given_to_somebody(act: str) -> None:
    case = PEOPLE.concluded()
    if act == "revoke":
        case.revoke("有新证据", PEOPLE.by(PEOPLE.LEAD))
    else:
        case.correct(case.current.outcome, PEOPLE.TERMS, "笔误", PEOPLE.by(PEOPLE.LEAD))
    assert not case.ended
    assert (case.assignee, case.team) == (None, ())
    assert {"wang", "zhao"} <= case.engaged


def test_a_panel_of_too_few_is_joined_by_others_and_one_of_enough_goes_on() -> None:
    context = jinghong()
    appeal, case = PEOPLE.heard()
    keep(context, case)
    keep(context, appeal)
    dismiss(context, PEOPLE.PANEL[0])
    after = context.store.appeals.read("a1")
    assert (after.holders, after.heard, after.due_at) == ({"panel2", "panel3"}, False, appeal.due_at)
    assert isinstance(context.told[-1], AppealMoved)
    assert (context.told[-1].what, after.history[-1].what) == ("post_ended", "post_ended")
    four = (*PEOPLE.PANEL, PEOPLE.here("panel4", Role.MEMBER, unit="复核4"))
    appeal.form_panel(tuple(map(view, four)), case, PEOPLE.by(PEOPLE.DEPUTY))
    appeal.leave("panel1", PEOPLE.by(PEOPLE.DEPUTY))
    assert appeal.holders == {"panel2", "panel3", "panel4"}
    appeal.leave("panel4", PEOPLE.by(PEOPLE.DEPUTY))
    assert appeal.history[-1].note.startswith("panel4某")


@pytest.mark.parametrize(("made", "goes_up"), [(PEOPLE.appealed, True), (PEOPLE.heard, False)])
def test_with_the_only_lead_a_case_and_its_appeal_go_up_unless_a_panel_hears_it(made, goes_up: bool) -> None:
    context = jinghong()
    appeal, case = made()
    concluded = replace(case, state=State.CONCLUDED)
    keep(context, concluded)
    keep(context, appeal)
    kept_out = ("kin", "elsewhere", "deputy")
    context.officers = tuple(each for each in context.officers if each.officer_id not in kept_out)
    dismiss(context, PEOPLE.LEAD)
    case, after = context.store.determinations.read("d1"), context.store.appeals.read("a1")
    assert case.organ_id == after.organ_id
    assert (case.organ_id != PEOPLE.ORGAN, after.team) == (goes_up, appeal.team)


def test_two_cases_of_one_meeting_go_up_together() -> None:
    """The only lead of the organ chaired it: the meeting changes once."""
    context = jinghong()
    officers = (PEOPLE.LEAD, *PEOPLE.MEMBERS)
    context.officers = (*map(view, officers), view(PEOPLE.WANG), view(PEOPLE.here("above", Role.LEAD,
                                                                                organ_id="532800")))
    for case_id in ("d1", "d2"):
        case = replace(PEOPLE.before_meeting(), id=case_id)
        case.put_on_agenda("m1", PEOPLE.by(PEOPLE.LEAD))
        keep(context, case)
    cases = [context.store.determinations.read(each) for each in ("d1", "d2")]
    call = meetings.call(*officers, chair=PEOPLE.LEAD, case_ids=("d1", "d2"), at=day(3, 9))
    keep(context, meetings.JointMeeting.convene(
        "m1", "容会〔2026〕1号", call, cases, tuple(map(view, officers)), PEOPLE.by(PEOPLE.LEAD)))
    dismiss(context, PEOPLE.LEAD)
    meeting = context.store.meetings.read("m1")
    assert meeting.agenda.open_case_ids == ()
    assert {context.store.determinations.read(each).organ_id for each in ("d1", "d2")} == {"532800"}
    told = [each.what for each in context.told if isinstance(each, MeetingMoved)]
    assert told == ["drop", "drop", "post_ended"]


def merge(context: FakeContext, *judges: Actor) -> None:
    """The unit of these is the filer's from now on."""
    context.actor = scene.SYSTEM
    names = {each.officer_id for each in judges}
    context.officers = tuple(
        replace(each, unit_names=(*each.unit_names, scene.FILER.unit)) if each.officer_id in names else each
        for each in context.officers)
    event = UnitNamed(unit_id="u", organ_id=scene.ORGAN, name="一个单位", former_names=(scene.FILER.unit,))
    leaving.name(context, event)


def test_a_merger_of_units_that_leaves_nobody_takes_the_matter_up(context: FakeContext) -> None:
    keep(context, scene.held())
    merge(context, LEAD, WANG, ZHAO, QIAN)
    after = context.store.read("f1")
    assert (after.organ_id, after.holders) == (ABOVE.organ_id, frozenset())
    assert [type(each) for each in context.told] == [ReviewHandedUp]


def test_while_somebody_is_left_it_stays(context: FakeContext) -> None:
    keep(context, scene.held())
    merge(context, WANG)
    assert context.store.read("f1").organ_id == scene.ORGAN
    assert context.told == []


def test_a_name_that_changes_nothing_is_taken_note_of(context: FakeContext) -> None:
    """Otherwise what is told of the unit next would wait for it for ever."""
    context.actor = scene.SYSTEM
    leaving.name(context, UnitNamed(unit_id="u", organ_id=scene.ORGAN, name="一个单位"))
    assert (context.units, context.told) == (1, [])


def test_an_organ_without_judges_keeps_its_matters_whatever_units_are_called(context: FakeContext) -> None:
    keep(context, scene.held())
    context.officers = tuple(map(view, (scene.FILER, ABOVE)))
    merge(context, scene.FILER)
    assert context.store.read("f1").organ_id == scene.ORGAN
