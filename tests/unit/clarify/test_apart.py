"""Whom a report is kept from, and where it goes that is about the organ's own people."""

from dataclasses import replace

import pytest

from rongcuo.casework.apart import known_by
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import Allegation, ReportedPerson
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import reports as access
from services.clarify.domain import Report, Verb
from services.clarify.domain.commission_names import means_commission_of
from tests.unit.casework.looking import refused
from tests.unit.clarify import scene
from tests.unit.clarify.scene import (
    ABOVE_STAFF,
    COLLEAGUE,
    LEAD,
    LEAD_ABOVE,
    NAMED,
    NAMESAKE,
    OFFICERS,
    STAFF,
    SUPERVISOR,
    WANG,
    ZHAO,
    by,
    officer,
    view,
)

CUSTODIAN = officer("custodian", Role.REGISTRAR)


ORDINARY = "县里的工程没有办手续就开工"


def about(*people: ReportedPerson, known: tuple[Actor, ...] = (),
          officers: dict[str, tuple] = OFFICERS, text: str = ORDINARY) -> Report:
    allegations = tuple(Allegation(text=text, person=each) for each in people)
    report = scene.registered(replace(scene.CONTENT, allegations=allegations))
    report.open(tuple(map(view, known)), officers, by(SYSTEM))
    return report


def test_before_it_is_opened_nobody_sees_it_not_even_who_registered_it():
    assert not any(access.sees(each, scene.registered()) for each in scene.EVERYBODY)


def test_whoever_is_named_and_everybody_of_their_unit_see_nothing_nor_anybody_called_the_same():
    report = scene.opened()
    assert [access.sees(each, report) for each in NAMED] == [False] * len(NAMED)
    assert all(access.sees(each, report) for each in (*STAFF, SUPERVISOR))


@pytest.mark.parametrize("name", ["柳成林", "柳 成林", "柳\u200b成林", "柳成林 "])
def test_who_comes_to_the_organ_later_and_is_called_the_same_sees_nothing(name):
    newcomer = officer("new", Role.LEAD, name=name)
    assert not known_by(newcomer).isdisjoint(scene.opened().standing.keys_apart), "nor do the others show it"
    assert not access.sees(newcomer, scene.opened())
    refused("review.recused", scene.opened(), lambda each: each.assign(view(newcomer), by(LEAD)))


@pytest.mark.parametrize("unit", [scene.BUREAU, f"{scene.BUREAU} ", "嵩明縣住房和城鄉建設局"])
def test_a_unit_is_the_same_however_it_is_written(unit):
    assert not access.sees(officer("new", Role.REVIEWER, unit=unit), scene.opened())


def test_a_named_officer_is_kept_from_it_by_all_names_of_their_unit():
    renamed = replace(scene.LIU, unit="嵩明县住建局", unit_names=("嵩明县住建局", "嵩明县建设局"))
    report = about(ReportedPerson(officer_id="liu"), known=(renamed,))
    assert not access.sees(officer("new", Role.REVIEWER, unit="嵩明县建设局"), report)
    assert not access.sees(scene.LIU, report)


@pytest.mark.parametrize("person", [
    ReportedPerson(officer_id="wang"), ReportedPerson(name="wang某", unit=scene.COMMISSION),
    ReportedPerson(name="wang某"), ReportedPerson(unit=scene.COMMISSION)])
def test_what_is_about_the_organs_own_people_goes_up_before_anybody_sees_it(person):
    known = (WANG,) if person.officer_id else ()
    report = about(person, known=known)
    assert (report.organ_id, report.first_organ_id) == (scene.ABOVE, scene.ORGAN)
    assert not any(access.sees(each, report) for each in STAFF)
    assert all(access.sees(each, report) for each in ABOVE_STAFF)


def test_a_report_about_any_of_the_organs_staff_goes_up_whatever_their_role_and_unit():
    elsewhere = replace(CUSTODIAN, unit="另一个单位")
    officers = {**OFFICERS, scene.ORGAN: (*OFFICERS[scene.ORGAN], view(elsewhere))}
    report = about(ReportedPerson(officer_id="custodian"), known=(elsewhere,), officers=officers)
    assert report.organ_id == scene.ABOVE
    assert not access.sees(elsewhere, report)


def test_who_is_only_called_the_same_does_not_send_it_up():
    report = scene.opened()
    assert report.organ_id == scene.ORGAN
    assert report.named == {"liu"}
    assert report.kept_here == {NAMESAKE.officer_id, COLLEAGUE.officer_id}
    assert report.kept_here <= {*report.standing.apart}


def test_what_went_up_is_no_longer_supervised_from_where_it_came():
    here = officer("watch", Role.SUPERVISOR, unit="嵩明县委")
    assert access.sees(here, scene.opened())
    assert not access.sees(here, about(ReportedPerson(officer_id="wang"), known=(WANG,)))


def test_about_both_levels_it_goes_up_twice():
    province = officer("prov", Role.LEAD, organ_id="530000", unit="云南省纪委监委")
    officers = {**OFFICERS, "530000": (view(province),)}
    report = about(ReportedPerson(officer_id="wang"), ReportedPerson(officer_id="above"),
                   known=(WANG, LEAD_ABOVE), officers=officers)
    assert report.organ_id == "530000"
    assert access.sees(province, report)
    assert not any(access.sees(each, report) for each in (*STAFF, *ABOVE_STAFF))


def test_an_organ_in_which_nobody_works_yet_keeps_what_is_reported_to_it():
    assert about(ReportedPerson(name="某人"), officers={}).organ_id == scene.ORGAN


def test_for_the_recused_it_is_not_there_any_more():
    report = scene.assigned()
    report.recuse(Holder.of(view(WANG)), RecusalGround.RELATIVE, "表弟", by(WANG))
    assert not access.sees(WANG, report)
    assert report.assignee is None
    refused("review.recused", report, lambda each: each.assign(view(WANG), by(LEAD)))


def test_nobody_named_takes_any_step_whatever_their_post():
    report = scene.found(scene.ReportOutcome.UNSUBSTANTIATED, scene.ReportOutcome.UNSUBSTANTIATED)
    report.answer_clearing(True, "", "查明不实", by(LEAD))
    for somebody in (COLLEAGUE, NAMESAKE):
        refused("review.recused", report, lambda each, who=somebody: each.close(by(who)))
        refused("review.recused", report, lambda each, who=somebody: each.send_back("再查", by(who)))
        assert not any(access.may(somebody, verb, report) for verb in Verb)


def test_a_lead_steers_and_a_reviewer_does_what_they_hold():
    report = scene.assigned()
    assert access.may(LEAD, Verb.CLOSE, report)
    assert not access.may(WANG, Verb.CLOSE, report)
    assert access.may(WANG, Verb.DISPOSE, report)
    assert not access.may(ZHAO, Verb.DISPOSE, report)
    with pytest.raises(CaseError, match="already_assigned"):
        access.require(ZHAO, Verb.ASSIGN, report)
    assert not any(access.may(SUPERVISOR, verb, report) for verb in Verb)


def test_who_handles_it_may_talk_with_the_reporter_and_nobody_else():
    report = scene.assigned()
    asked = (WANG, LEAD, ZHAO, SUPERVISOR, scene.ELSEWHERE, scene.LIU, COLLEAGUE, NAMESAKE, LEAD_ABOVE)
    assert [access.handles(each, report) for each in asked] == [True, True] + [False] * 7
    assert not access.handles(WANG, scene.registered())


def test_a_lead_above_draws_up_what_is_not_about_them():
    report = scene.opened()
    assert access.may(LEAD_ABOVE, Verb.HAND_UP, report)
    about_them = replace(scene.GIFTS, person=ReportedPerson(name=LEAD_ABOVE.name, unit="别的单位"))
    other = scene.opened(replace(scene.CONTENT, allegations=(about_them,)))
    assert not access.may(LEAD_ABOVE, Verb.HAND_UP, other)


@pytest.mark.parametrize("unit", [
    "县纪委", "嵩明县纪委", "嵩明县监委", "县纪委监委第二监督检查室", "嵩明纪委", "縣紀委", "我县纪委",
    "中共嵩明县纪律检查委员会", "昆明市嵩明县纪委", "云南省昆明市嵩明县监察委员会"])
def test_the_commission_is_meant_however_it_is_called(unit: str):
    report = about(ReportedPerson(name="某书记", unit=unit))
    assert report.organ_id == scene.ABOVE
    assert not any(access.sees(each, report) for each in STAFF)


@pytest.mark.parametrize("unit", ["", "杨林镇纪委", "安宁市纪委", "昆明市纪委监委", "县水务局", "市纪委"])
def test_that_of_another_place_is_another(unit: str):
    assert about(ReportedPerson(name="某书记", unit=unit)).organ_id == scene.ORGAN


@pytest.mark.parametrize(("unit", "code"), [
    ("石林县纪委", "530126"), ("石林彝族自治县监委", "530126"), ("西双版纳州纪委", "532800"),
    ("省纪委", "530000"), ("云南省监委", "530000")])
def test_a_place_goes_by_its_short_name_too(unit: str, code: str):
    assert means_commission_of(unit, code)
    assert not means_commission_of(unit, scene.ORGAN)


@pytest.mark.parametrize("text", ["县里有人说lead某收钱压案", "举报以后lead 某把信转给了被举报的人"])
def test_whoever_of_the_staff_the_text_names_does_not_see_it_and_it_goes_up(text: str):
    report = about(ReportedPerson(name="张三", unit="县水务局"), text=text)
    assert report.organ_id == scene.ABOVE
    assert report.is_apart(LEAD)
    assert not report.is_apart(WANG)
