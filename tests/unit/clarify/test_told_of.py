"""Whoever a report names in whatever part of it, in the organ or above, is kept from it, as who they are."""

from dataclasses import replace

import pytest

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import Allegation, ReportedPerson
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import reports as access
from services.clarify.domain import Report
from services.clarify.presenters.reports import handling
from tests.unit.casework.looking import refused
from tests.unit.clarify import scene
from tests.unit.clarify.scene import ABOVE, LEAD, OFFICERS, ORGAN, WANG, by, officer, view

CITY = "昆明市纪委监委"
ABOUT = ReportedPerson(name="柳成林", unit=scene.BUREAU)
QIAN = officer("own9", Role.REVIEWER, name="钱守义")
ZHOU = officer("zhoushi", Role.LEAD, organ_id=ABOVE, unit=CITY, name="周守信")
WITH_BOTH = {ORGAN: (*OFFICERS[ORGAN], view(QIAN)), ABOVE: (*OFFICERS[ABOVE], view(ZHOU))}


def told(text: str = "收了钱", place: str = "", given_by: str = "", **person: str) -> Report:
    allegation = Allegation(text=text, place=place, person=replace(ABOUT, **person))
    report = scene.registered(replace(scene.CONTENT, allegations=(allegation,), given_by=given_by))
    report.open((), WITH_BOTH, by(SYSTEM))
    return report


WAYS = [lambda name: told(f"给{name}送钱"), lambda name: told(place=f"{name}办公室"),
        lambda name: told(post=f"{name}的表弟"), lambda name: told(unit=f"{name}妻子的建材公司"),
        lambda name: told(name=f"{name}的司机"), lambda name: told(given_by=f"市里 {name[0]} {name[1:]}转来")]


@pytest.mark.parametrize("way", WAYS)
def test_whoever_of_the_staff_is_named_anywhere_does_not_see_it_and_it_goes_up(way):
    report = way("钱守义")
    assert report.organ_id == ABOVE
    assert report.is_apart(QIAN)
    assert report.is_apart(officer("later", Role.CUSTODIAN_A, name="钱 守义")), "nor by an account of later"
    assert not report.is_apart(WANG)


@pytest.mark.parametrize("way", WAYS)
def test_whoever_sits_above_and_is_named_anywhere_does_not_see_it_where_it_stays(way):
    report = way("周守信")
    assert report.organ_id == ORGAN
    assert report.is_apart(ZHOU)
    assert "zhoushi" in report.standing.apart
    assert not access.sees(replace(ZHOU, roles=frozenset({Role.SUPERVISOR})), report)
    assert not report.is_apart(scene.LEAD_ABOVE)


def test_two_texts_do_not_make_a_name_together():
    report = told("送给老钱", place="守义路")
    assert not report.is_apart(QIAN)


def test_where_all_above_are_named_it_goes_past_them():
    province = officer("prov", Role.LEAD, organ_id="530000", unit="云南省纪委监委")
    officers = {**WITH_BOTH, ABOVE: (view(ZHOU),), "530000": (view(province),)}
    both = Allegation(text="钱守义、周守信都收了", person=ABOUT)
    report = scene.registered(replace(scene.CONTENT, allegations=(both,)))
    report.open((), officers, by(SYSTEM))
    assert report.organ_id == "530000"
    assert access.sees(province, report)


def test_whoever_shares_a_named_unit_stays_apart_in_another_one():
    report = scene.opened()
    assert not access.sees(replace(scene.COLLEAGUE, unit=scene.COMMISSION), report)
    again = officer("again", Role.REVIEWER, name=scene.COLLEAGUE.name)
    assert not access.sees(again, report)


@pytest.mark.parametrize(("unit", "organ_id", "own"), [
    ("县纪委", ORGAN, scene.COMMISSION), ("市纪委", ABOVE, CITY)])
def test_where_a_commission_is_meant_whoever_comes_to_it_later_is_kept_from_it(
        unit: str, organ_id: str, own: str):
    report = told(name="", unit=unit, post="书记")
    late = officer("late", Role.CUSTODIAN_A, organ_id=organ_id, unit=own)
    assert report.is_apart(late)


def recused() -> tuple[Report, Actor]:
    report = scene.assigned()
    report.recuse(Holder.of(view(WANG)), RecusalGround.RELATIVE, "表弟", by(WANG))
    return report, officer("wang2", Role.LEAD, name=f" {WANG.name}")


def test_for_the_recused_it_is_not_there_by_another_account_either():
    report, twin = recused()
    assert not access.sees(twin, report)
    assert not access.handles(twin, report)
    refused("review.recused", report, lambda each: each.assign(view(twin), by(LEAD)))


def test_the_vault_is_told_of_all_by_whichever_key_they_are_known():
    report, _ = recused()
    assert set(handling(report, True).keys) == report.kept_from


def test_nobody_closes_what_they_found_by_another_account():
    found = scene.ReportOutcome.UNSUBSTANTIATED
    report = scene.told(scene.found(found, found, real=True))
    report.answer_clearing(True, "", "查明不实", by(LEAD))
    refused("clarify.closes_own_finding", report, lambda each: each.close(
        by(officer("wang2", Role.LEAD, name=WANG.name))))
    report.close(by(LEAD))
