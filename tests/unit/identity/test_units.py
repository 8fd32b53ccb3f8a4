"""One unit, however it is called: rows with names, kept by the registrar."""

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    AddUnit,
    AddUnitAlias,
    ConfirmUnitChange,
    EnrolOfficer,
    MergeUnits,
    OfficerQuery,
    OfficersQuery,
    RenameUnit,
    UnitNamed,
    UnitQuery,
    UnitsQuery,
)
from rongcuo.contracts.unit_names import unit_key
from services.gateway.session import actor_of
from services.identity import views
from services.identity.usecases import posts, unit_names
from tests.unit.identity.context import FakeContext, somebody

HALF, FULL, NEW, OTHER = "测试局(园林所)", "测试局（园林所）", "园林绿化局", "园林中心"
REGISTRAR = somebody(Role.REGISTRAR, division="530127", id="registrar")
SECOND = somebody(Role.REGISTRAR, division="530000", id="second")


@pytest.fixture
def context():
    context = FakeContext(REGISTRAR)
    yield context
    context.close()


def enrol(context, username, unit, role=Role.FILER, organ_id="530127"):
    command = EnrolOfficer(command_id=username, username=username, name="某人", organ_id=organ_id,
                           roles=(role,), unit=unit)
    return posts.enrol(context, command, context.guard())


def add(context, name, organ_id="530127"):
    return unit_names.add_unit(context, AddUnit(command_id=name, organ_id=organ_id, name=name))


def alias(context, unit_id, name):
    command = AddUnitAlias(command_id=name, unit_id=unit_id, name=name)
    return agreed(context, unit_names.add_unit_alias(context, command, context.guard()))


def rename(context, unit_id, name):
    command = RenameUnit(command_id=name, unit_id=unit_id, name=name)
    return agreed(context, unit_names.rename_unit(context, command, context.guard()))


def merge(context, unit_id, other_id):
    command = MergeUnits(command_id="m", unit_id=unit_id, other_id=other_id)
    return agreed(context, unit_names.merge_units(context, command, context.guard()))


def agreed(context, view):
    """A second registrar confirms what it takes two for."""
    if not view.proposed:
        return view
    asker, context.actor = context.actor, SECOND
    confirmed = unit_names.confirm_unit_change(
        context, ConfirmUnitChange(command_id="c", unit_id=view.unit_id), context.guard())
    context.actor = asker
    return confirmed


def listed(context, organ_id="530127"):
    return views.units(context, UnitsQuery(organ_id=organ_id)).units


def again(context, view):
    return views.officer(context, OfficerQuery(officer_id=view.officer_id))


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


def test_two_spellings_are_one_unit_called_as_it_was_entered_first(context):
    first, second = enrol(context, "first", HALF), enrol(context, "second", f" {FULL} ")
    assert first.unit_id == second.unit_id
    assert second.unit == HALF == again(context, second).unit
    assert [unit.name for unit in listed(context)] == [HALF]


@pytest.mark.parametrize(("one", "other"), [
    ("园林所", "園林所"), ("测试局·园林所", "测试局•园林所"), ("测试局·园林所", "测试局・园林所"),
    ("测试局-园林所", "测试局—园林所"), ("“绿”园林所", '"绿"园林所'),
    ("葛城所", "葛\U000e0100城所"), ("測試局（園林所）", "测试局[园林所]"),
    ("测试局、园林所", "测试局,园林所")])
def test_what_looks_the_same_is_one_unit(context, one, other):
    assert enrol(context, "first", one).unit_id == enrol(context, "second", other).unit_id


def test_a_unit_of_another_organ_is_another_unit(context):
    context.actor = somebody(Role.REGISTRAR, division="530000")
    assert add(context, HALF).unit_id != add(context, FULL, "530125").unit_id


def test_who_has_no_unit_is_in_none(context):
    view = enrol(context, "zhao", "\u200b", Role.REVIEWER)
    assert (view.unit_id, view.units, listed(context)) == ("", frozenset(), ())


def test_an_alias_means_the_unit_in_all_that_its_people_do(context):
    view = enrol(context, "first", HALF)
    assert alias(context, view.unit_id, OTHER).aliases == (OTHER,)
    assert enrol(context, "second", OTHER).unit_id == view.unit_id
    assert again(context, view).units == {unit_key(HALF), unit_key(OTHER)}


@pytest.mark.parametrize("name", [FULL, OTHER, f"{NEW}　"])
def test_a_name_belongs_to_one_unit_of_an_organ(context, name):
    one, other = add(context, HALF), add(context, NEW)
    alias(context, one.unit_id, OTHER)
    with refusal("identity.unit_name_taken"):
        add(context, name)
    with refusal("identity.unit_name_taken"):
        alias(context, one.unit_id, name)
    if name != f"{NEW}　":
        with refusal("identity.unit_name_taken"):
            rename(context, other.unit_id, name)
    with refusal("identity.unit_name_taken") as refused:
        alias(context, other.unit_id, name)
    assert refused.value.details["unit"] == (NEW if name.startswith(NEW) else HALF)
    assert {unit.name: (unit.aliases, unit.former_names) for unit in listed(context)} \
        == {HALF: ((OTHER,), ()), NEW: ((), ())}


def test_after_a_rename_the_former_name_is_still_its_own(context):
    view = enrol(context, "first", HALF)
    assert rename(context, view.unit_id, NEW).former_names == (HALF,)
    now = again(context, view)
    assert (now.unit, now.units) == (NEW, {unit_key(HALF), unit_key(NEW)})
    assert enrol(context, "second", FULL).unit == NEW
    with refusal("identity.unit_name_taken"):
        add(context, FULL)


def test_a_unit_may_go_back_to_a_former_name_or_be_spelt_better(context):
    unit = add(context, HALF)
    rename(context, unit.unit_id, NEW)
    back = rename(context, unit.unit_id, HALF)
    assert (back.name, back.former_names) == (HALF, (NEW,))
    better = rename(context, unit.unit_id, FULL)
    assert (better.name, better.former_names) == (FULL, (NEW,))
    with refusal("identity.unit_name_taken"):
        rename(context, unit.unit_id, FULL)


def test_merged_units_are_one_with_all_names_and_people(context):
    kept, gone = enrol(context, "first", HALF), enrol(context, "second", NEW)
    alias(context, gone.unit_id, OTHER)
    assert merge(context, kept.unit_id, gone.unit_id).former_names == (NEW, OTHER)
    assert [unit.name for unit in listed(context)] == [HALF]
    moved = again(context, gone)
    assert (moved.unit_id, moved.unit) == (kept.unit_id, HALF)
    assert moved.units == again(context, kept).units == {unit_key(each) for each in (HALF, NEW, OTHER)}
    assert enrol(context, "third", OTHER).unit_id == kept.unit_id
    told = [each for each in context.told if isinstance(each, UnitNamed)]
    assert (kept.unit_id, "") in {(each.unit_id, each.merged_into) for each in told}
    assert (gone.unit_id, kept.unit_id) in {(each.unit_id, each.merged_into) for each in told}
    with refusal("not_found"):
        rename(context, gone.unit_id, "再叫一个")


def test_units_of_two_organs_are_not_merged_nor_a_unit_with_itself(context):
    context.actor = somebody(Role.REGISTRAR, division="530000")
    here, there = add(context, HALF), add(context, HALF, "530125")
    for other in (here, there):
        with refusal("identity.units_apart"):
            merge(context, here.unit_id, other.unit_id)


def test_a_name_has_to_be_seen(context):
    unit = add(context, HALF)
    for give in (lambda: add(context, "\u200b"), lambda: alias(context, unit.unit_id, " "),
                 lambda: rename(context, unit.unit_id, "\u3000")):
        with refusal("invalid"):
            give()


@pytest.mark.parametrize("actor", [somebody(Role.LEAD), somebody(Role.FILER), somebody(Role.OPERATOR),
                                   somebody(Role.REGISTRAR, division="530125")])
def test_only_the_organs_registrars_keep_its_units(context, actor):
    unit = add(context, HALF)
    context.actor = actor
    for keep in (lambda: add(context, NEW), lambda: alias(context, unit.unit_id, NEW),
                 lambda: listed(context),
                 lambda: rename(context, unit.unit_id, NEW),
                 lambda: merge(context, unit.unit_id, unit.unit_id)):
        with refusal("forbidden"):
            keep()


@pytest.mark.parametrize("spelt", [HALF, FULL, NEW, OTHER])
def test_colleagues_see_each_other_however_their_unit_was_written(context, spelt):
    unit = add(context, HALF)
    alias(context, unit.unit_id, OTHER)
    rename(context, unit.unit_id, NEW)
    me, _ = enrol(context, "me", spelt), enrol(context, "colleague", HALF)
    enrol(context, "stranger", "别的单位")
    context.actor = Actor(me.officer_id, "我", "530127", "530127", spelt, frozenset({Role.FILER}))
    found = views.officers(context, OfficersQuery(organ_id="530127")).officers
    assert {officer.username for officer in found} == {"me", "colleague"}


def test_people_of_a_unit_of_the_same_name_in_another_organ_are_no_colleagues(context):
    context.actor = somebody(Role.REGISTRAR, division="530000")
    me = enrol(context, "me", HALF)
    namesake = enrol(context, "namesake", HALF, organ_id="530125")
    context.actor = Actor(me.officer_id, "我", "530127", "530127", HALF, frozenset({Role.FILER}))
    assert views.officers(context, OfficersQuery(organ_id="530125")).officers == ()
    with refusal("not_found"):
        again(context, namesake)


@pytest.mark.parametrize("role", [Role.FILER, Role.REVIEWER])
def test_anybody_may_ask_which_unit_a_name_means(context, role):
    unit = add(context, HALF)
    rename(context, unit.unit_id, NEW)
    context.actor = somebody(role)
    for name in (FULL, NEW):
        found = views.unit(context, UnitQuery(organ_id="530127", name=name))
        assert (found.unit_id, found.name) == (unit.unit_id, NEW)
        assert found.units == {unit_key(HALF), unit_key(NEW)}
    for organ_id, name in (("530127", OTHER), ("530125", NEW)):
        unknown = views.unit(context, UnitQuery(organ_id=organ_id, name=name))
        assert (unknown.unit_id, unknown.units) == ("", {unit_key(name)})
        assert unknown.elsewhere == (("530127",) if name == NEW else ())


def test_an_actor_carries_all_names_of_their_unit(context):
    view = enrol(context, "me", HALF)
    rename(context, view.unit_id, NEW)
    now = again(context, view)
    wire = {**vars(now), "roles": [str(role) for role in now.roles], "unit_names": list(now.unit_names)}
    actor = actor_of(wire)
    assert actor.units == {unit_key(HALF), unit_key(NEW)}
    assert Actor.from_dict(actor.to_dict()) == actor
    of_before = {key: each for key, each in actor.to_dict().items() if key != "unit_names"}
    assert Actor.from_dict(of_before).units == {unit_key(NEW)}
