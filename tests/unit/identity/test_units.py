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
from rongcuo.contracts.units import unit_key
from services.gateway.session import actor_of
from services.identity import usecases, views
from tests.unit.identity.desk import FakeDesk, Lines, somebody

HALF, FULL, NEW, OTHER = "测试局(园林所)", "测试局（园林所）", "园林绿化局", "园林中心"
REGISTRAR = somebody(Role.REGISTRAR, division="530127", id="registrar")
SECOND = somebody(Role.REGISTRAR, division="530000", id="second")


@pytest.fixture
def desk():
    desk = FakeDesk(REGISTRAR)
    yield desk
    desk.close()


def enrol(desk, username, unit, role=Role.FILER, organ_id="530127"):
    command = EnrolOfficer(command_id=username, username=username, name="某人", organ_id=organ_id,
                           roles=(role,), unit=unit)
    return usecases.enrol(desk, command, Lines(), mails=False)


def add(desk, name, organ_id="530127"):
    return usecases.add_unit(desk, AddUnit(command_id=name, organ_id=organ_id, name=name))


def alias(desk, unit_id, name):
    command = AddUnitAlias(command_id=name, unit_id=unit_id, name=name)
    return agreed(desk, usecases.add_unit_alias(desk, command, Lines()))


def rename(desk, unit_id, name):
    command = RenameUnit(command_id=name, unit_id=unit_id, name=name)
    return agreed(desk, usecases.rename_unit(desk, command, Lines()))


def merge(desk, unit_id, other_id):
    command = MergeUnits(command_id="m", unit_id=unit_id, other_id=other_id)
    return agreed(desk, usecases.merge_units(desk, command, Lines()))


def agreed(desk, view):
    """A second registrar confirms what it takes two for."""
    if not view.proposed:
        return view
    asker, desk.actor = desk.actor, SECOND
    confirmed = usecases.confirm_unit_change(
        desk, ConfirmUnitChange(command_id="c", unit_id=view.unit_id), Lines())
    desk.actor = asker
    return confirmed


def listed(desk, organ_id="530127"):
    return views.units(desk, UnitsQuery(organ_id=organ_id)).units


def again(desk, view):
    return views.officer(desk, OfficerQuery(officer_id=view.officer_id))


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


def test_two_spellings_are_one_unit_called_as_it_was_entered_first(desk):
    first, second = enrol(desk, "first", HALF), enrol(desk, "second", f" {FULL} ")
    assert first.unit_id == second.unit_id
    assert second.unit == HALF == again(desk, second).unit
    assert [unit.name for unit in listed(desk)] == [HALF]


@pytest.mark.parametrize(("one", "other"), [
    ("园林所", "園林所"), ("测试局·园林所", "测试局•园林所"), ("测试局·园林所", "测试局・园林所"),
    ("测试局-园林所", "测试局—园林所"), ("“绿”园林所", '"绿"园林所'),
    ("葛城所", "葛\U000e0100城所"), ("測試局（園林所）", "测试局[园林所]"),
    ("测试局、园林所", "测试局,园林所")])
def test_what_looks_the_same_is_one_unit(desk, one, other):
    assert enrol(desk, "first", one).unit_id == enrol(desk, "second", other).unit_id


def test_a_unit_of_another_organ_is_another_unit(desk):
    desk.actor = somebody(Role.REGISTRAR, division="530000")
    assert add(desk, HALF).unit_id != add(desk, FULL, "530125").unit_id


def test_who_has_no_unit_is_in_none(desk):
    view = enrol(desk, "zhao", "\u200b", Role.REVIEWER)
    assert (view.unit_id, view.units, listed(desk)) == ("", frozenset(), ())


def test_an_alias_means_the_unit_in_all_that_its_people_do(desk):
    view = enrol(desk, "first", HALF)
    assert alias(desk, view.unit_id, OTHER).aliases == (OTHER,)
    assert enrol(desk, "second", OTHER).unit_id == view.unit_id
    assert again(desk, view).units == {unit_key(HALF), unit_key(OTHER)}


@pytest.mark.parametrize("name", [FULL, OTHER, f"{NEW}　"])
def test_a_name_belongs_to_one_unit_of_an_organ(desk, name):
    one, other = add(desk, HALF), add(desk, NEW)
    alias(desk, one.unit_id, OTHER)
    with refusal("identity.unit_name_taken"):
        add(desk, name)
    with refusal("identity.unit_name_taken"):
        alias(desk, one.unit_id, name)
    if name != f"{NEW}　":
        with refusal("identity.unit_name_taken"):
            rename(desk, other.unit_id, name)
    with refusal("identity.unit_name_taken") as refused:
        alias(desk, other.unit_id, name)
    assert refused.value.details["unit"] == (NEW if name.startswith(NEW) else HALF)
    assert {unit.name: (unit.aliases, unit.former_names) for unit in listed(desk)} \
        == {HALF: ((OTHER,), ()), NEW: ((), ())}


def test_after_a_rename_the_former_name_is_still_its_own(desk):
    view = enrol(desk, "first", HALF)
    assert rename(desk, view.unit_id, NEW).former_names == (HALF,)
    now = again(desk, view)
    assert (now.unit, now.units) == (NEW, {unit_key(HALF), unit_key(NEW)})
    assert enrol(desk, "second", FULL).unit == NEW
    with refusal("identity.unit_name_taken"):
        add(desk, FULL)


def test_a_unit_may_go_back_to_a_former_name_or_be_spelt_better(desk):
    unit = add(desk, HALF)
    rename(desk, unit.unit_id, NEW)
    back = rename(desk, unit.unit_id, HALF)
    assert (back.name, back.former_names) == (HALF, (NEW,))
    better = rename(desk, unit.unit_id, FULL)
    assert (better.name, better.former_names) == (FULL, (NEW,))
    with refusal("identity.unit_name_taken"):
        rename(desk, unit.unit_id, FULL)


def test_merged_units_are_one_with_all_names_and_people(desk):
    kept, gone = enrol(desk, "first", HALF), enrol(desk, "second", NEW)
    alias(desk, gone.unit_id, OTHER)
    assert merge(desk, kept.unit_id, gone.unit_id).former_names == (NEW, OTHER)
    assert [unit.name for unit in listed(desk)] == [HALF]
    moved = again(desk, gone)
    assert (moved.unit_id, moved.unit) == (kept.unit_id, HALF)
    assert moved.units == again(desk, kept).units == {unit_key(each) for each in (HALF, NEW, OTHER)}
    assert enrol(desk, "third", OTHER).unit_id == kept.unit_id
    told = [each for each in desk.told if isinstance(each, UnitNamed)]
    assert (kept.unit_id, "") in {(each.unit_id, each.merged_into) for each in told}
    assert (gone.unit_id, kept.unit_id) in {(each.unit_id, each.merged_into) for each in told}
    with refusal("not_found"):
        rename(desk, gone.unit_id, "再叫一个")


def test_units_of_two_organs_are_not_merged_nor_a_unit_with_itself(desk):
    desk.actor = somebody(Role.REGISTRAR, division="530000")
    here, there = add(desk, HALF), add(desk, HALF, "530125")
    for other in (here, there):
        with refusal("identity.units_apart"):
            merge(desk, here.unit_id, other.unit_id)


def test_a_name_has_to_be_seen(desk):
    unit = add(desk, HALF)
    for give in (lambda: add(desk, "\u200b"), lambda: alias(desk, unit.unit_id, " "),
                 lambda: rename(desk, unit.unit_id, "\u3000")):
        with refusal("invalid"):
            give()


@pytest.mark.parametrize("actor", [somebody(Role.LEAD), somebody(Role.FILER), somebody(Role.OPERATOR),
                                   somebody(Role.REGISTRAR, division="530125")])
def test_only_the_organs_registrars_keep_its_units(desk, actor):
    unit = add(desk, HALF)
    desk.actor = actor
    for keep in (lambda: add(desk, NEW), lambda: alias(desk, unit.unit_id, NEW), lambda: listed(desk),
                 lambda: rename(desk, unit.unit_id, NEW), lambda: merge(desk, unit.unit_id, unit.unit_id)):
        with refusal("forbidden"):
            keep()


@pytest.mark.parametrize("spelt", [HALF, FULL, NEW, OTHER])
def test_colleagues_see_each_other_however_their_unit_was_written(desk, spelt):
    unit = add(desk, HALF)
    alias(desk, unit.unit_id, OTHER)
    rename(desk, unit.unit_id, NEW)
    me, _ = enrol(desk, "me", spelt), enrol(desk, "colleague", HALF)
    enrol(desk, "stranger", "别的单位")
    desk.actor = Actor(me.officer_id, "我", "530127", "530127", spelt, frozenset({Role.FILER}))
    found = views.officers(desk, OfficersQuery(organ_id="530127")).officers
    assert {officer.username for officer in found} == {"me", "colleague"}


def test_people_of_a_unit_of_the_same_name_in_another_organ_are_no_colleagues(desk):
    desk.actor = somebody(Role.REGISTRAR, division="530000")
    me = enrol(desk, "me", HALF)
    namesake = enrol(desk, "namesake", HALF, organ_id="530125")
    desk.actor = Actor(me.officer_id, "我", "530127", "530127", HALF, frozenset({Role.FILER}))
    assert views.officers(desk, OfficersQuery(organ_id="530125")).officers == ()
    with refusal("not_found"):
        again(desk, namesake)


@pytest.mark.parametrize("role", [Role.FILER, Role.REVIEWER])
def test_anybody_may_ask_which_unit_a_name_means(desk, role):
    unit = add(desk, HALF)
    rename(desk, unit.unit_id, NEW)
    desk.actor = somebody(role)
    for name in (FULL, NEW):
        found = views.unit(desk, UnitQuery(organ_id="530127", name=name))
        assert (found.unit_id, found.name) == (unit.unit_id, NEW)
        assert found.units == {unit_key(HALF), unit_key(NEW)}
    for organ_id, name in (("530127", OTHER), ("530125", NEW)):
        unknown = views.unit(desk, UnitQuery(organ_id=organ_id, name=name))
        assert (unknown.unit_id, unknown.units) == ("", {unit_key(name)})
        assert unknown.elsewhere == (("530127",) if name == NEW else ())


def test_an_actor_carries_all_names_of_their_unit(desk):
    view = enrol(desk, "me", HALF)
    rename(desk, view.unit_id, NEW)
    now = again(desk, view)
    wire = {**vars(now), "roles": [str(role) for role in now.roles], "unit_names": list(now.unit_names)}
    actor = actor_of(wire)
    assert actor.units == {unit_key(HALF), unit_key(NEW)}
    assert Actor.from_dict(actor.to_dict()) == actor
    of_before = {key: each for key, each in actor.to_dict().items() if key != "unit_names"}
    assert Actor.from_dict(of_before).units == {unit_key(NEW)}
