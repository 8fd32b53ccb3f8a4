"""No change of posts leaves a matter without a judge: what somebody held whose post has ended waits to be
given to others, with its clock running; where nobody is left the organ above has it."""

from dataclasses import replace

import pytest

from rongcuo.casework.holding import held_by
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from rongcuo.contracts.review import AssignReview, HeldBy, ReviewHandedUp, ReviewHolderLeft
from services.review import usecases
from services.review.domain import ReviewCase
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
from tests.unit.review.scene import LEAD, QIAN, WANG, ZHAO, by, view

ABOVE = scene.officer("above", Role.LEAD, organ_id="530100")
PROVINCE = scene.officer("province", Role.LEAD, organ_id="530000")


def keep(context: FakeContext, case: ReviewCase) -> None:
    case.take_events()
    context.store.put(case)


def dismiss(context: FakeContext, *gone: Actor) -> None:
    """Identity knows of all of them when the first is heard of."""
    context.actor = scene.SYSTEM
    names = {each.officer_id for each in gone}
    context.officers = tuple(replace(each, active=each.active and each.officer_id not in names)
                             for each in context.officers)
    for each in gone:
        usecases.take_dismissal(context, OfficerDismissed(officer_id=each.officer_id, organ_id=each.organ_id))


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
    usecases.assign(context.sit(LEAD), AssignReview(command_id="c", case_id="f1", officer_id="zhao"))
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


def merge(context: FakeContext, *judges: Actor) -> None:
    """The unit of these is the filer's from now on."""
    context.actor = scene.SYSTEM
    names = {each.officer_id for each in judges}
    context.officers = tuple(
        replace(each, unit_names=(*each.unit_names, scene.FILER.unit)) if each.officer_id in names else each
        for each in context.officers)
    event = UnitNamed(unit_id="u", organ_id=scene.ORGAN, name="一个单位", former_names=(scene.FILER.unit,))
    usecases.take_unit_names(context, event)


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
    usecases.take_unit_names(context, UnitNamed(unit_id="u", organ_id=scene.ORGAN, name="一个单位"))
    assert (context.units, context.told) == (1, [])


def test_an_organ_without_judges_keeps_its_matters_whatever_units_are_called(context: FakeContext) -> None:
    keep(context, scene.held())
    context.officers = tuple(map(view, (scene.FILER, ABOVE)))
    merge(context, scene.FILER)
    assert context.store.read("f1").organ_id == scene.ORGAN
