"""What a unit reads that dares not clear, or will not: nothing of any case."""

from pathlib import Path

import pytest
import yaml

from services.clarify.pages.clarification.words import UNITS_GUIDE as HEADING
from services.gateway.cookies import LANGUAGE, SESSION
from tests.unit.gateway.console_site import PEOPLE, Site
from tests.unit.gateway.procedure_pages import BOARD, GUIDANCE, board
from tests.unit.gateway.site import NOW, RULES

TEXTS = tuple(RULES.pack("530127", NOW.date()).clarification.guidance.values())


@pytest.mark.parametrize("who", PEOPLE)
def test_whoever_is_signed_in_reads_it_and_no_service_is_asked_for_a_case(who: str):
    there = Site(who)
    shown = str(there.get(GUIDANCE).text)
    for each in TEXTS:
        assert each.name in shown
        assert each.text in shown
    assert "示例" in shown
    assert [name for name, _ in there.caller.asked if name.startswith("clarify.")] == []


def test_the_same_in_english():
    there = Site("subject")
    there.client.set_cookie(LANGUAGE, "en")
    shown = there.get(GUIDANCE).text
    for each in TEXTS:
        assert each.name_en in shown


def test_nobody_reads_it_who_has_not_signed_in():
    there = Site("subject")
    there.client.delete_cookie(SESSION)
    asked = there.get(GUIDANCE)
    assert (asked.status_code, f"?next={GUIDANCE}" in asked.location) == (302, True)


def test_from_ones_own_clearings_it_is_one_step_away():
    there = Site("subject")
    there.caller.said |= board()
    assert f'href="{GUIDANCE}"' in there.get(BOARD).text


def test_the_letter_to_the_unit_says_where_it_is():
    letters = yaml.safe_load(Path("services/clarify/letters.yaml").read_text("utf-8"))
    assert str(HEADING) in letters["clarify.clearing_letter"]["body"]
