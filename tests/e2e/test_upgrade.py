"""What v0.3.0 left with open cases is taken over at a start, and its cases are carried to their end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from deploy.local import PostgresNode
from rongcuo.chassis.time_source import SettableTime
from rongcuo.policy.rules import Rules
from scenarios.county import FOLDER, MOMENT
from scenarios.determination_facts import determination_of
from scenarios.determination_play import DeterminationPlay
from scenarios.files import read_scenarios
from scenarios.platform import Answer, Person, awaited
from scenarios.residents import Residents
from scenarios.stage import Seen, Stage
from services import WITH_DATABASE
from services.identity import demonstration
from tests.e2e.starting import Running
from tests.e2e.steps import come_to, messages, told
from tests.released.loading import SERVICES, lay_down_file, lay_down_rows

TITLE = "安置小区供水管网应急改造(示例)"
BEFORE_ITS_MEETING = "d_meeting"    # the story that the edition had played up to there
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "var" / "data"
    folder.parent.mkdir(mode=0o700)
    folder.mkdir(mode=0o700)
    SettableTime(folder / "time.json").set(MOMENT)
    (folder / "time.json").chmod(0o600)
    return folder


@pytest.fixture
def on_sqlite(data: Path) -> dict[str, str]:
    for service in SERVICES:
        lay_down_file(data / f"{service}.db", service)
    return {}


@pytest.fixture
def on_postgres(tmp_path: Path) -> Iterator[dict[str, str]]:
    with PostgresNode(tmp_path / "postgres", fast=True) as node:
        for service in WITH_DATABASE:       # one that is new since then finds its database empty
            url = node.create_database(f"rongcuo_{service}")
            if service in SERVICES:
                lay_down_rows(url, service)
        yield {"RONGCUO_DATABASE_URL": node.url_of_owners(WITH_DATABASE)}


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def platform(request: pytest.FixtureRequest, data: Path) -> Iterator[httpx.Client]:
    """The platform of today on what the edition left."""
    running = Running(data.parents[1], **request.getfixturevalue(f"on_{request.param}"))
    running.await_told("Ctrl-C")
    address = f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"
    with httpx.Client(base_url=address, timeout=120) as http:
        yield http
    assert running.stop() == 0


def _line(person: Person, path: str, title: str) -> Answer:
    return next(line for line in person.get(path)["lines"] if line["title"] == title)


def test_a_filing_that_waited_for_review_is_accepted_after_the_upgrade(platform: httpx.Client) -> None:
    filer, reviewer = (Person(platform, f"songming.{name}", demonstration.password())
                       for name in ("filer", "reviewer"))
    waiting = _line(filer, "/filings", TITLE)
    assert waiting["state"] == "submitted"
    reviewer.post(f"/reviews/{waiting['filing_id']}/accept", {"opinion": "程序完备,予以受理。"})
    filing = come_to(filer, waiting["filing_id"], "accepted")
    assert filing["register_number"].startswith("530127-B-2026-")
    assert filing["register_number"] in told(filer, filing["number"], "报备已受理")["body"]
    assert told(filer, filing["number"], "文书已送达")


def test_an_appeal_is_taken_back_after_the_upgrade_and_whoever_had_its_task_is_told(
        platform: httpx.Client) -> None:
    """Its service is another than the one that told of it before, and goes on where that one stopped."""
    subject, lead = (Person(platform, f"songming.{name}", demonstration.password())
                     for name in ("filer2", "lead"))
    waiting = _line(subject, "/appeals", "桥梁加固工程变更未及时报批(示例)")
    subject.post(f"/appeals/{waiting['appeal_id']}/withdraw", {"reason": "已经了解情况。"})
    assert told(lead, waiting["number"], "已撤回")
    assert not _has_task(lead, waiting["appeal_id"])


def test_a_determination_that_waited_for_its_meeting_is_voted_on_decided_and_concluded_after_the_upgrade(
        platform: httpx.Client, data: Path) -> None:
    """As the story goes on: convened, the roll, sealed votes, their reveal, signed minutes, the decision."""
    story = next(each for each in read_scenarios(FOLDER) if each.id == BEFORE_ITS_MEETING)
    facts = replace(determination_of(story, Rules(), None), begun_at=MOMENT + AN_HOUR, stop_before="")
    people = Residents(platform, demonstration.password(), demonstration.accounts())
    here = people.at(facts.organ_id, facts.unit)
    waiting = _line(here.lead, "/determinations", facts.title)
    case_id, number = waiting["case_id"], waiting["number"]
    assert waiting["state"] == "meeting"
    assert _has_task(here.lead, case_id)
    stage = Stage(people, SettableTime(data / "time.json").set)
    seen = Seen(story, determination=here.lead.get(f"/determinations/{case_id}"))
    DeterminationPlay(stage, seen, facts, seen, Rules())
    for act in stage.agenda:
        stage.set_time(act.at)
        act.do()
    assert (seen.determination["state"], seen.decision["outcome"]) == ("concluded", "exempt")
    assert seen.meeting["number"] == "容会〔2026〕3号"      # two had met before the upgrade
    told(here.filer, number, "文书已送达")
    letter, = here.filer.get("/letters", matter_id=case_id)["letters"]
    assert letter["kind"] == "determination_decision"
    subjects = [message["subject"] for message in messages(here.filer, number)]
    assert len([each for each in subjects if each.startswith("容错认定已作出")]) == 1
    awaited(lambda: None if _has_task(here.lead, case_id) else {"done": True}, "no task")


def _has_task(person: Person, matter_id: str) -> bool:
    return matter_id in {task["matter_id"] for task in person.get("/tasks")["tasks"]}
