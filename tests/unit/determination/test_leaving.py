"""No change of posts leaves a matter without a judge: what somebody held whose post has ended waits to be
given to others, with its clock running; where nobody is left the organ above has it."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import AppealMoved, DeterminationMoved, MeetingMoved
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.identity import OfficerDismissed
from services.determination.usecases import handing_up
from tests.unit.determination import determination_scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.meeting import scene as meetings
from tests.unit.review import scene
from tests.unit.review.scene import day, view


def dismiss(context: FakeContext, *gone: Actor) -> None:
    """Identity knows of all of them when the first is heard of."""
    context.actor = scene.SYSTEM
    names = {each.officer_id for each in gone}
    context.officers = tuple(replace(each, active=each.active and each.officer_id not in names)
                             for each in context.officers)
    for each in gone:
        handing_up.take_dismissal(context,
            OfficerDismissed(officer_id=each.officer_id, organ_id=each.organ_id))


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
