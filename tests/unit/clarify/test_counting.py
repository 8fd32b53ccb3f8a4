"""What is counted of a report, and what never is."""

from dataclasses import asdict, replace

import pytest

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import Allegation, Channel, Measure, Origin, PersonLevel, ReportedPerson
from rongcuo.contracts.review import RecusalGround
from services.clarify.domain.counting import Counted, counted, figures_of
from tests.unit.clarify import figures_scene as came
from tests.unit.clarify import scene
from tests.unit.clarify.scene import WANG, by, officer, view


def of(*reports) -> dict[str, dict[str, str]]:
    return {each.code: each.of for each in figures_of(map(counted, reports)).figures}


def test_reports_by_way_origin_kind_and_turn():
    real = came.came_in("3")
    real.confirm_reporter(by(WANG))
    told = of(came.came_in("1", came.content(channel=Channel.WEB, origin=Origin.ASSIGNED)),
              came.repeated("2"), real)
    assert told["channel"] == {"web": "1", "letter": "2"}
    assert told["origin"] == {"assigned": "1", "own_level": "2"}
    assert told["kind"] == {"anonymous": "2", "real_name": "1"}
    assert told["turn"] == {"first": "2", "repeated": "1"}


def test_a_report_counts_once_in_each_category_of_either_level_and_the_sum_is_more():
    told = of(came.came_in("1", came.content(came.GIFTS, came.UNIT)))
    assert told["categories"] == {
        "integrity": "1", "integrity.gifts": "1", "work": "1", "work.responsibility": "1"}
    assert told["levels"] == {"township": "1", "unit": "1"}
    [whole, *parts] = figures_of([counted(came.came_in("1"))]).figures
    assert (whole.shown, whole.measure) == ("1", Measure.MATTERS)
    assert [each.code for each in parts if each.overlap] == ["categories", "levels"]


def test_what_nobody_has_sorted_says_so():
    bare = Allegation(text="某事", person=ReportedPerson(name="周某"))
    told = of(came.came_in("1", came.content(bare)))
    assert (told["categories"], told["levels"]) == ({"unsorted": "1"}, {"unknown": "1"})


def test_the_level_of_a_person_is_given_with_the_categories_and_kept_where_it_is_not():
    report = came.came_in("1")
    report.classify(1, ("work",), PersonLevel.COUNTY, by(WANG))
    report.classify(1, ("life",), None, by(WANG))
    assert report.allegations[0].person.level is PersonLevel.COUNTY
    assert counted(report).levels == ["county"]


def test_what_is_counted_is_plain_comes_back_and_has_no_content():
    told = counted(came.came_in("1"))
    assert Counted(**asdict(told)) == told
    for word in ("周某", "水务局", "烟", "ref-1"):
        assert word not in repr(told)


def test_before_anybody_sees_it_a_report_is_in_no_figures():
    assert counted(scene.registered()) is None


READERS = [officer("r", role, unit="嵩明县水务局") for role in (Role.REVIEWER, Role.LEAD, Role.SUPERVISOR)]


@pytest.mark.parametrize("reader", [*READERS, replace(READERS[0], unit=scene.COMMISSION, name="周 某")],
                         ids=["reviewer", "lead", "supervisor", "namesake"])
@pytest.mark.parametrize("organ", [scene.ORGAN, scene.ABOVE])
def test_what_is_about_somebody_who_reads_the_figures_is_in_nobodys(reader, organ: str):
    officers = {each: tuple(map(view, scene.STAFF)) for each in (scene.ORGAN, scene.ABOVE)}
    officers[organ] += (view(reader),)
    report = came.came_in("1", officers=officers)
    assert (report.left_out, counted(report)) == (True, None)


def test_whoever_reads_none_changes_none():
    filer = officer("f", Role.FILER, Role.INTAKE, unit="嵩明县水务局")
    officers = {scene.ORGAN: (*map(view, scene.STAFF), view(filer)), scene.ABOVE: ()}
    assert counted(came.came_in("1", officers=officers)) is not None


def test_a_recusal_takes_nothing_out_of_the_figures():
    """Who stepped back knows that it is there."""
    report = came.came_in("1")
    report.recuse(Holder.of(view(WANG)), RecusalGround.OTHER, "同学", by(WANG))
    assert counted(report) is not None


def test_what_was_passed_up_is_counted_and_tells_nothing_of_how_it_came_nor_what_it_was_about():
    report = came.came_in("1")
    report.pass_up("市管干部", "r9", by(WANG))
    told = counted(report)
    assert set(asdict(told).values()) == {"", ()}
    figures = {each.code: each for each in figures_of([told]).figures}
    assert (figures["reports"].shown, figures["channel"].of, figures["kind"].of) == ("1", {}, {})


@pytest.mark.parametrize(("at", "expected"), [("530127", "county"), ("530100", "prefecture"),
                                              ("530000", "province")])
def test_whoever_is_known_by_account_is_managed_by_their_own_level_at_least(at: str, expected: str):
    person = officer("p", Role.FILER, organ_id=at, unit="某局")
    report = came.came_in("1", named=(officer("q", Role.FILER, unit="某站"), person))
    assert report.managed_by == expected
    report.pass_up("上级管理", "r9", by(WANG))
    assert report.managed_by == "county"
