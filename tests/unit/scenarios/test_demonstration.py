"""The stories of a demonstration: each is understood, its people exist, and it ends where its file says."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.examples import LOADED, LOADING, Examples
from rongcuo.chassis.time_source import SettableTime
from rongcuo.commands import _examples
from rongcuo.commands.vault import hold_ceremonies
from rongcuo.policy.rules import Rules
from scenarios.county import BEGINS, FOLDER, MOMENT
from scenarios.determination_facts import determination_of, is_wanted
from scenarios.files import read_scenarios
from scenarios.report_facts import facts_of
from scenarios.report_words import is_reported
from scenarios.residents import Residents
from scenarios.stopping import stop_of
from scenarios.translation import filing_of
from scenarios.wording import NotUnderstood
from services.identity import demonstration

RULES = Rules()
STORIES = read_scenarios(FOLDER)


def test_every_story_is_understood_and_marked_as_an_example() -> None:
    assert [(story.id, story.problem, story.unread) for story in STORIES] == [
        (story.id, "", ()) for story in STORIES]
    assert all("示例" in str(story.given["matter"]) for story in STORIES)
    assert {story.place for story in STORIES} == {"530127", "530125", "530100"}


def test_its_people_are_the_published_accounts() -> None:
    people = Residents(httpx.Client(), "", demonstration.accounts())
    for story in STORIES:
        filed = filing_of(story, story.filed_at, RULES) if story.filed_at else None
        case = determination_of(story, RULES, story.filed_at) if is_wanted(story) else None
        report = facts_of(story, RULES, story.filed_at) if is_reported(story) else None
        for facts in filter(None, (filed, case, report)):
            assert people.at(facts.organ_id, facts.unit).filer
    assert people.intake("530127")
    assert people.lead("530100")
    assert {people.custodian("530127", group, number) for group in "甲乙" for number in (1, 2)}
    quorum = RULES.pack("530127", MOMENT.date()).quorum
    assert len(people.members("530127", quorum.members_at_least)) == quorum.members_at_least
    with pytest.raises(NotUnderstood, match="没有这个单位"):
        people.at("530127", "没有的单位")


def test_its_moment_is_the_forenoon_of_a_working_day_that_is_published() -> None:
    calendar = RULES.calendar("530127")
    assert calendar.is_workday(MOMENT.date())
    assert MOMENT.hour < 12
    reported = [facts_of(story, RULES, None).received_at for story in STORIES if is_reported(story)]
    first = min(*reported, *(story.filed_at for story in STORIES if story.filed_at))
    assert first >= BEGINS


@pytest.mark.parametrize("stop", ["submission", "assignment", "decision", "verification", "panel", "remit",
                                  "clearing_question", "objection", "first_gate", ""])
def test_a_story_says_where_it_stops(stop: str) -> None:
    assert stop_of(stop) == stop


def test_a_stop_that_nobody_knows_is_told() -> None:
    with pytest.raises(NotUnderstood, match="stop_before"):
        stop_of("lunch")


@pytest.fixture
def fresh(tmp_path: Path) -> Config:
    return Config(mode="demonstration", data_dir=tmp_path, time_file=tmp_path / "time.json")


def _told(config: Config) -> tuple[str, timedelta]:
    assert config.time_file
    return Examples(config.data_dir).state, SettableTime(config.time_file).now() - BEGINS


def test_a_fresh_demonstration_begins_on_the_day_of_its_first_story(fresh: Config) -> None:
    _examples.prepare(fresh)
    state, since = _told(fresh)
    assert state == LOADING
    assert timedelta() <= since < timedelta(hours=1)


def test_a_start_that_was_interrupted_goes_on(fresh: Config, tmp_path: Path) -> None:
    _examples.prepare(fresh)
    (tmp_path / "filing.db").touch()
    _examples.prepare(fresh)
    assert _told(fresh)[0] == LOADING


@pytest.mark.parametrize("touch", ["set_clock", "have_data", "not_wanted", "loaded", "not_a_demonstration"])
def test_what_is_there_is_left_as_it_is(fresh: Config, tmp_path: Path, touch: str) -> None:
    clock, settings = SettableTime(tmp_path / "time.json"), dict[str, Any](vars(fresh))
    if touch == "set_clock":
        clock.set(MOMENT + timedelta(days=90))
    if touch == "have_data":
        (tmp_path / "filing.db").touch()
    if touch == "loaded":
        clock.set(MOMENT)
        Examples(tmp_path).note(LOADED)
    settings |= {"not_wanted": {"demonstration_data": False},
                 "not_a_demonstration": {"mode": "test"}}.get(touch, {})
    before = _setting(tmp_path)
    _examples.prepare(Config(**settings))
    assert _setting(tmp_path) == before
    assert Examples(tmp_path).state == (LOADED if touch == "loaded" else "")


def _setting(folder: Path) -> bytes:
    file = folder / "time.json"
    return file.read_bytes() if file.exists() else b""


def test_what_a_visitor_could_not_know_is_kept_for_this_machine_alone(tmp_path: Path) -> None:
    examples = Examples(tmp_path)
    assert examples.handed == {}
    examples.hand_out({"看到单位的车": "7KQ2"}, {"songming.custodian_a1": "1A2B"})
    assert examples.handed == {"codes": {"看到单位的车": "7KQ2"}, "cards": {"songming.custodian_a1": "1A2B"}}
    assert examples.seed() == Examples(tmp_path).seed()
    assert [file.stat().st_mode & 0o077 for file in tmp_path.iterdir()] == [0, 0]


@pytest.mark.parametrize("mode", ["production", "pilot", ""])
def test_nobody_holds_a_ceremony_for_others_but_in_a_demonstration_and_in_tests(
        tmp_path: Path, mode: str) -> None:
    with pytest.raises(PermissionError):
        hold_ceremonies(Config(mode=mode, data_dir=tmp_path), "530127", {"甲": ("a", "b")})
