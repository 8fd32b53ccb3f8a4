"""Whose work an open appeal is, in lists and counts, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import AppealsPage, AppealsQuery, Outcome
from rongcuo.contracts.serialisation import load
from services.determination.migrations import r0004_engaged
from services.determination.storage.determination_content import row_of
from services.determination.views import appeals
from tests.integration.services.determination_office import Office, refusal
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import DEPUTY, LEAD, MEMBER, PANEL, QIAN, WANG, by

ENGAGED = (LEAD, WANG, QIAN)       # convened its meeting, held and reported it, assessed it


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def listed(office: Office, actor: Actor, **query: Any) -> AppealsPage:
    return office.look(appeals.page, AppealsQuery(**query), actor)


@pytest.mark.parametrize("make", [scene.appealed, scene.heard])
def test_an_open_appeal_is_in_no_list_and_count_of_whoever_had_a_hand_in_the_case(office: Office, make: Any):
    appeal, case = make()
    office.keep(case)
    office.keep(appeal)
    for actor in ENGAGED:
        shown = listed(office, actor, search=appeal.number)
        assert (shown.lines, shown.counts) == ((), {"organ": 0, "closed": 0})
        assert office.case(actor=actor).appeals[0].appeal_id == "a1", "with the case they find it"
    for actor in (DEPUTY, *(PANEL if appeal.heard else ())):
        assert listed(office, actor).counts == {"organ": 1, "closed": 0}


def test_once_it_is_decided_it_is_a_record_like_others(office: Office):
    appeal, case = scene.heard()
    scene.agreed(appeal, Outcome.LIGHTEN, scene.TERMS, case, by(PANEL[0]))
    office.keep(case)
    office.keep(appeal)
    for actor in (*ENGAGED, DEPUTY):
        assert [line.appeal_id for line in listed(office, actor, tab="closed").lines] == ["a1"]


def test_a_cursor_of_appeals_is_none_of_determinations(office: Office):
    for number in "12":
        appeal, case = scene.appealed()
        office.keep(case, f"d{number}")
        office.keep(replace(appeal, case_id=f"d{number}"), f"a{number}")
    first = listed(office, DEPUTY, limit=1)
    assert [line.appeal_id for line in listed(office, DEPUTY, cursor=first.next_cursor).lines] == ["a2"]
    assert refusal(lambda: office.page(DEPUTY, cursor=first.next_cursor)) == "invalid"


def test_the_cursor_of_real_rows_is_taken_as_it_was_given(office: Office):
    """Ids are long, and moments have their fractions."""
    for number in (1101, 1102):
        appeal, case = scene.appealed()
        office.keep(case, f"{number:032}")
        opened_at = appeal.opened_at + timedelta(microseconds=123_457)
        office.keep(replace(appeal, case_id=f"{number:032}", number=f"容复〔2026〕{number}号",
                            opened_at=opened_at), uuid4().hex)
    cursor = listed(office, DEPUTY, limit=1).next_cursor
    assert load(AppealsQuery, {"cursor": cursor}).cursor == cursor


def test_what_was_lodged_before_is_read_from_its_case():
    _, case = scene.appealed()
    row = row_of(case)
    found = {row["assignee_id"], *r0004_engaged._engaged(row["content"])} - {""}
    assert found == case.engaged >= {each.officer_id for each in (*ENGAGED, MEMBER)}
