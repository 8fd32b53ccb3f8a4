"""Programmes on both databases: every state comes back, lists, numbers without gaps, one open per person."""

from collections.abc import Iterator
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command, Query
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.followup import ProgrammesQuery
from services.followup.storage import METADATA, FollowupStorage
from services.followup.usecases import opening, programmes
from services.followup.views import open_cases
from services.followup.views import programmes as views
from tests.integration.services.clarify_office import Stopped
from tests.unit.followup import desk as at
from tests.unit.followup import scene
from tests.unit.followup.scene import CITY, KIN, LEAD, NOW, WANG, WEN, ZHAO


class Office:
    """As the unit tests' desk, on either database."""

    def __init__(self, config: Config) -> None:
        self.time, self.commands = Stopped(), 0
        self.time.shows = NOW
        self.shop = ServiceRuntime("followup", METADATA, FollowupStorage, config, time=self.time,
                                   rules=scene.RULES)
        self.shop.start()

    def context(self, actor: Actor) -> Any:
        self.commands += 1
        command = f"c{self.commands}"
        return self.shop.context(Command(command, command), actor, ask=at.Desk().ask)

    def give(self, actor: Actor, usecase: Any, command: type[Any], case_id: str = "", **rest: Any) -> Any:
        about = {"case_id": case_id} if case_id else {}
        context = self.context(actor)
        return usecase(context, command(command_id=f"c{self.commands}", **about, **rest))

    def put(self, *aggregates: Any) -> None:
        with self.context(SYSTEM).unit() as unit:
            unit.commit(*aggregates)

    def look(self, view: Any, query: Any, actor: Actor) -> Any:
        return view(self.shop.context(Query(), actor), query)

    @property
    def programme(self) -> Any:
        with self.shop.context(Query(), SYSTEM).reading() as store:
            [found] = store.programmes.of_person("wen")
        return found


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def facts(case: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(case).items() if name[0] != "_" and name != "happened"}


def test_every_state_comes_back_as_it_was_put_and_the_watchdog_knows_the_open_ones(office: Office):
    put = {}
    for number, (state, make) in enumerate(scene.CASES.items()):
        programme = make()
        programme.id, programme.basis = f"p-{state}", scene.replace_number(programme.basis, f"处{number}")
        office.put(programme)
        put[programme.id] = facts(programme)
    with office.shop.context(Query(), SYSTEM).reading() as store:
        for case_id, expected in put.items():
            assert facts(store.programmes.read(case_id)) == expected
    found = office.look(open_cases.open_matters, OpenMattersQuery(), SYSTEM)
    assert {each.matter_id for each in found.matters} == {
        f"p-{state}" for state in ("counselling", "assistance", "tracking", "concluding")}


def test_a_sanction_from_its_register_to_the_lists_of_everybody(office: Office):
    at.registered(office)
    assert office.programme.number == "回访〔2026〕1号"
    for actor, tab, expected in (
            (WANG, "mine", 1), (LEAD, "organ", 1), (WEN, "own", 1), (WEN, "organ", 0), (ZHAO, "organ", 0),
            (KIN, "organ", 0), (CITY, "organ", 0), (scene.WATCH, "organ", 1), (LEAD, "unassigned", 0)):
        page = office.look(views.page, ProgrammesQuery(tab=tab), actor)
        assert (len(page.lines), page.counts[tab]) == (expected, expected), (actor.officer_id, tab)
    with pytest.raises(CaseError, match=r"followup\.already_open"):
        office.give(LEAD, opening.register_sanction, contract.RegisterSanction,
                    attachments=(scene.PAPER,), person=scene.PERSON,
                    sanction=scene.SANCTION)
    office.give(WANG, programmes.escalate, contract.EscalateProgramme, office.programme.id, words="需要协调")
    assert office.look(views.page, ProgrammesQuery(tab="escalated"), CITY).counts["escalated"] == 1


def test_the_end_is_told_once_by_the_clock(office: Office):
    office.put(scene.counselling())
    for day in (4, 5, 6, 12, 13):
        office.time.shows = scene.at(1, day, 2027)
        programmes.tell_ends(office.context(SYSTEM))
    assert office.programme.tells_on is None
    assert [each.what for each in office.programme.history if each.what.startswith("tell_")] == [
        "tell_end", "tell_over"]
