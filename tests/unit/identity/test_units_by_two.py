"""What gives a unit's people more to see and less to judge takes two registrars, as a powerful post does."""

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    AddUnit,
    AddUnitAlias,
    AlarmsQuery,
    ConfirmUnitChange,
    DismissOfficer,
    EnrolOfficer,
    MergeUnits,
    OfficerQuery,
    RenameUnit,
    UnitChangeKind,
    UnitChangeProposed,
    UnitChangeWithdrawn,
    UnitNamed,
    UnitQuery,
    UnitsQuery,
    WithdrawUnitChange,
)
from services.identity import views
from services.identity.usecases import posts, unit_names
from tests.unit.identity.context import FakeContext, somebody

JUDGES, FILERS, NEW = "县纪委监委", "交通运输局", "街道办事处"
FIRST = somebody(Role.REGISTRAR, id="first")
SECOND = somebody(Role.REGISTRAR, id="second")
ABOVE = somebody(Role.REGISTRAR, division="530100", id="above")


class Office:
    """Two units with people, and what registrars do with them."""

    def __init__(self, context):
        self.context, self.guard = context, context.guard()
        self.judge, self.filer = self.enrol("judge", JUDGES, Role.REVIEWER), self.enrol("filer", FILERS)
        self.judges, self.filers = self.judge.unit_id, self.filer.unit_id

    def enrol(self, username, unit, role=Role.FILER):
        return posts.enrol(self.context, EnrolOfficer(command_id=username, username=username, name="某人",
                              organ_id="530127", roles=(role,), unit=unit), self.guard)

    def alias(self, unit_id, name):
        command = AddUnitAlias(command_id="a", unit_id=unit_id, name=name)
        return unit_names.add_unit_alias(self.context, command, self.guard)

    def rename(self, unit_id, name):
        command = RenameUnit(command_id="r", unit_id=unit_id, name=name)
        return unit_names.rename_unit(self.context, command, self.guard)

    def merge(self, unit_id, other_id):
        command = MergeUnits(command_id="m", unit_id=unit_id, other_id=other_id)
        return unit_names.merge_units(self.context, command, self.guard)

    def confirm(self, by, unit_id=""):
        self.context.actor = by
        command = ConfirmUnitChange(command_id="c", unit_id=unit_id or self.judges)
        return unit_names.confirm_unit_change(self.context, command, self.guard)

    def withdraw(self, by, unit_id=""):
        self.context.actor = by
        command = WithdrawUnitChange(command_id="w", unit_id=unit_id or self.judges)
        return unit_names.withdraw_unit_change(self.context, command, self.guard)

    def add(self, name):
        command = AddUnit(command_id=name, organ_id="530127", name=name)
        return unit_names.add_unit(self.context, command).unit_id

    def listed(self):
        found = views.units(self.context, UnitsQuery(organ_id="530127")).units
        return {each.unit_id: each for each in found}

    def names_of(self, officer):
        return views.officer(self.context, OfficerQuery(officer_id=officer.officer_id)).unit_names


@pytest.fixture
def office():
    context = FakeContext(FIRST)
    yield Office(context)
    context.close()


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


WIDER = pytest.mark.parametrize("propose", [
    lambda office: office.merge(office.judges, office.filers),
    lambda office: office.alias(office.judges, NEW),
    lambda office: office.rename(office.judges, NEW)], ids=list(UnitChangeKind))


@WIDER
def test_one_registrar_alone_changes_nobodys_unit(office, propose):
    before = office.names_of(office.judge), office.names_of(office.filer)
    named = sum(isinstance(each, UnitNamed) for each in office.context.told)
    assert propose(office).proposed.proposed_by == "first"
    assert (office.names_of(office.judge), office.names_of(office.filer)) == before
    with refusal("identity.second_person_needed"):
        office.confirm(FIRST)
    assert (office.names_of(office.judge), office.names_of(office.filer)) == before
    assert sum(isinstance(each, UnitNamed) for each in office.context.told) == named


@WIDER
@pytest.mark.parametrize("by", [SECOND, ABOVE], ids=lambda by: by.officer_id)
def test_another_of_the_same_or_a_higher_division_confirms(office, propose, by):
    propose(office)
    done = office.confirm(by)
    assert done.proposed is None
    assert len(office.names_of(office.judge)) == 2
    with refusal("identity.nothing_proposed"):
        office.confirm(by)


@pytest.mark.parametrize("by", [somebody(Role.LEAD, id="lead"),
                                somebody(Role.REGISTRAR, division="530125", id="elsewhere")])
def test_nobody_else_confirms_or_withdraws(office, by):
    office.merge(office.judges, office.filers)
    for act in (office.confirm, office.withdraw):
        with refusal("forbidden"):
            act(by)


def test_who_confirms_sees_how_many_people_and_judges_it_concerns(office):
    gone = office.enrol("gone", FILERS)
    office.enrol("member", JUDGES, Role.MEMBER)
    posts.dismiss(office.context, DismissOfficer(command_id="d", officer_id=gone.officer_id),
                     office.guard)
    office.merge(office.judges, office.filers)
    here, other = office.listed()[office.judges], office.listed()[office.filers]
    assert (here.people, here.judges, other.people, other.judges) == (2, 2, 1, 0)
    assert (here.proposed.kind, here.proposed.other_id) == (UnitChangeKind.MERGE, office.filers)


def test_what_is_proposed_is_for_registrars(office):
    office.alias(office.judges, NEW)
    office.context.actor = somebody(Role.FILER)
    assert views.unit(office.context, UnitQuery(organ_id="530127", name=JUDGES)).proposed is None


@WIDER
def test_nothing_else_changes_a_unit_of_which_something_is_proposed(office, propose):
    propose(office)
    for act in (lambda: office.alias(office.judges, "另一个"), lambda: office.rename(office.judges, "又一个"),
                lambda: office.merge(office.judges, office.filers)):
        with refusal("identity.unit_change_pending"):
            act()
    office.withdraw(FIRST)
    assert isinstance(office.context.told[-1], UnitChangeWithdrawn)
    with refusal("identity.nothing_proposed"):
        office.confirm(SECOND)
    with refusal("identity.nothing_proposed"):
        office.withdraw(FIRST)
    propose(office)


def test_a_unit_that_changed_meanwhile_is_not_taken_in(office):
    empty = office.add(NEW)
    office.merge(office.judges, empty)
    office.alias(empty, "举报人写的单位")
    with refusal("identity.unit_changed_since"):
        office.confirm(SECOND)
    assert office.listed()[office.judges].aliases == ()


def test_nor_one_that_is_part_of_another_by_now(office):
    gone, into = office.add(NEW), office.add("另一个")
    office.merge(office.judges, gone)
    office.merge(into, gone)
    with refusal("identity.unit_changed_since"):
        office.confirm(SECOND)


def test_a_name_that_was_taken_meanwhile_is_refused(office):
    office.alias(office.judges, NEW)
    office.add(NEW)
    with refusal("identity.unit_name_taken"):
        office.confirm(SECOND)
    office.withdraw(SECOND)
    with refusal("identity.unit_name_taken"):
        office.alias(office.judges, NEW)


def test_what_concerns_nobody_takes_one(office):
    one, other = office.add(NEW), office.add("另一个")
    assert office.alias(one, "简称").aliases == ("简称",)
    assert office.rename(one, "新名").former_names == (NEW,)
    assert office.merge(one, other).proposed is None
    assert office.rename(office.judges, "县纪委 监委").name == "县纪委 监委"
    assert office.rename(office.filers, "交通 运输局").name == "交通 运输局"


def test_a_unit_without_people_is_taken_in_by_two_where_the_other_has_some(office):
    empty = office.add(NEW)
    assert office.merge(office.judges, empty).proposed
    assert office.merge(empty, office.filers).proposed


def test_the_security_log_the_operators_and_the_ledger_are_told(office):
    office.merge(office.judges, office.filers)
    office.confirm(SECOND)
    told = dict(office.guard.watch.lines)
    assert told["unit_change_proposed"] == {
        "unit": office.judges, "by": "first", "change": "merge", "other": office.filers}
    assert told["unit_changed"] == {**told["unit_change_proposed"], "by": "second", "proposed_by": "first"}
    [proposed] = [each for each in office.context.told if isinstance(each, UnitChangeProposed)]
    assert (proposed.proposed_by, proposed.other_id) == ("first", office.filers)
    office.context.actor = somebody(Role.OPERATOR)
    [alarm] = views.alarms(office.context, AlarmsQuery()).alarms
    assert (alarm.kind, alarm.subject) == ("units_merged", office.judges)
