"""No notice to an organ's queue goes to somebody of the unit whose own the matter is."""

from contextlib import nullcontext
from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.identity import OfficerView, UnitNamed
from services.notify.domain.directory import Officer
from services.notify.usecases import hearing, reminding
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

UNIT = scene.FILER.unit
KIN = tuple(scene.officer(name, role, unit=f" {UNIT}") for name, role in (
    ("kin", Role.REVIEWER), ("chief", Role.LEAD)))
CASE = replace(cases.opened(), standing=cases.stands("preliminary_review", units_apart=(UNIT,)))
TOLD = ((scene.MATTER, scene.submitted()), (cases.CASE, CASE))      # a filing of the unit, a case about it


def enrol(context: FakeContext, *people: Actor) -> None:
    for each in people:
        hearing.enrol(context, scene.enrolled(each), "mail")


@pytest.mark.parametrize(("matter_id", "event"), TOLD)
def test_what_waits_in_a_queue_is_told_to_nobody_of_the_own_unit(
        context: FakeContext, matter_id: str, event: Event) -> None:
    enrol(context, *KIN, scene.ZHAO)
    hearing.hear(context, matter_id, event, "mail")
    assert len(context.told("zhao")) == len(context.told("wang")) == len(context.told("lead")) == 1
    assert [context.told(each.officer_id) for each in KIN] == [[], []]
    context.now = scene.DUE + (cases.DUE - scene.DUE) * 2
    reminding.remind(context, "mail")
    assert len(context.told("lead")) == 2, "nor when it is overdue"
    assert [context.told(each.officer_id) for each in KIN] == [[], []]


@pytest.mark.parametrize(("matter_id", "event"), TOLD)
def test_nor_does_who_comes_later_hear_what_waits(context: FakeContext, matter_id: str, event: Event) -> None:
    hearing.hear(context, matter_id, event, "mail")
    enrol(context, *KIN, scene.officer("late", Role.REVIEWER))
    assert len(context.told("late")) == 1
    assert [context.told(each.officer_id) for each in KIN] == [[], []]


def test_a_task_of_a_filing_is_nothing_to_do_for_its_own_unit(context: FakeContext) -> None:
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    case = context.store.matters[scene.MATTER]
    assert [case.concerns(each) for each in (*KIN, scene.WANG)] == [True, True, False]


def known(actor: Actor, *names: str) -> OfficerView:
    return OfficerView(officer_id=actor.officer_id, username=actor.officer_id, name=actor.name,
                       organ_id=actor.organ_id, organ_name="", division_code=actor.division_code,
                       unit=actor.unit, unit_names=names)


def test_a_unit_is_known_by_all_its_names(context: FakeContext) -> None:
    renamed = replace(KIN[0], unit="杨桥街道")
    enrol(context, renamed, KIN[1])
    hearing.name_unit(context, UnitNamed(unit_id="u1", organ_id=scene.ORGAN, name="杨桥街道",
                                         former_names=(UNIT,)))
    hearing.hear(context, cases.CASE, CASE, "mail")
    assert (context.told("kin"), context.told("chief")) == ([], [])
    assert set(context.store.directory["kin"].units) == set(context.store.directory["chief"].units)
    assert context.store.directory["wang"].units == ()


def test_of_whom_was_enrolled_before_identity_is_asked(context: FakeContext) -> None:
    """Their rows say nothing of a unit."""
    for each in KIN:
        context.store.directory[each.officer_id] = Officer(
            each.officer_id, each.name, each.organ_id, each.division_code, roles=tuple(each.roles))
    context.officers = tuple(known(replace(each, unit="杨桥街道"), UNIT) for each in KIN)
    while context.store.organ_unasked():
        hearing.ask_units(context)
    hearing.hear(context, cases.CASE, CASE, "mail")
    assert (context.told("kin"), context.told("chief"), len(context.told("wang"))) == ([], [], 1)
    hearing.ask_units(context)      # nobody is left to ask about


@pytest.mark.parametrize(("code", "raised"), [("service_unavailable", False), ("forbidden", True)])
def test_while_identity_is_away_it_is_asked_later(
        context: FakeContext, monkeypatch: pytest.MonkeyPatch, code: str, raised: bool) -> None:
    enrol(context, *KIN)

    def away(*_: object) -> None:
        raise CaseError(code)
    monkeypatch.setattr(context, "ask", away)
    with pytest.raises(CaseError, match=code) if raised else nullcontext():
        hearing.ask_units(context)
    assert context.store.organ_unasked() == scene.ORGAN
