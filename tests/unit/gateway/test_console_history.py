"""A history says what the platform wrote there in the reader's language, and what people wrote as it is."""

import re

import pytest

from rongcuo.casework.case import GO_ON, WAITS
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts.filing import HistoryEntry
from services.determination.domain.meeting import BY_RULE
from services.determination.domain.meeting.joint_meeting import (
    BALLOTS_DIFFER,
    SIGNATURES_LAPSED,
    VOTES_LAPSED,
)
from services.determination.usecases.handing_up import WITHOUT_A_LEAD
from services.filing.domain.filing import TAKEN_OFF, TOO_LATE
from services.gateway.console.case.history import OURS, REASONS
from services.gateway.console.page.labels import VERBS
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway.casework import NOW, case
from tests.unit.gateway.console_site import Site

PAGE = "/determinations/f1?tab=timeline"
CHINESE = re.compile("[\u4e00-\u9fff]")


def notes_of(*entries: tuple[str, str], language: str = "en") -> list[str]:
    """What stands under the entries of a history."""
    history = tuple(HistoryEntry(what=what, actor_id="a", actor_name="A", note=note, at=NOW)
                    for what, note in entries)
    site = Site("lead", determination=case(history=history))
    site.client.set_cookie(LANGUAGE, language)
    return re.findall('<div class="note">([^<]*)</div>', site.get(PAGE).text)


@pytest.mark.parametrize(("what", "note"), [
    ("post_ended", WAITS), ("post_ended", GO_ON), ("hand_up", NOBODY_LEFT), ("hand_up", WITHOUT_A_LEAD),
    ("ballots_differ", BALLOTS_DIFFER), ("post_ended", f"任职结束{VOTES_LAPSED}{SIGNATURES_LAPSED}"),
    ("name_chair", f"（改由Zhao主持）{VOTES_LAPSED}"), ("drop", "“Bridge”退出议程")])
def test_what_the_platform_wrote_is_in_the_reader_s_language(what: str, note: str) -> None:
    [said] = notes_of((what, note))
    assert not CHINESE.search(said)
    assert notes_of((what, note), language="zh") == [note]


def test_what_somebody_wrote_stays_as_it_is() -> None:
    [said] = notes_of(("name_chair", f"原主持人出差，案件退出议程（改由孙正主持）{SIGNATURES_LAPSED}"))
    assert said == "原主持人出差，案件退出议程 (孙正 chairs instead)" \
                   " (the signatures under the minutes are void and given again)"
    assert notes_of(("suspend", "等鉴定，任职结束")) == ["等鉴定，任职结束"]


def test_a_day_and_a_code_in_a_note_are_words() -> None:
    moved, late = notes_of(("new_calendar", NOW.isoformat()), (TOO_LATE, "accept"))
    assert (moved, late) == ("13 Feb 15:20 (Fri)", "Decided: accepted")


def test_what_happened_beside_the_verbs_has_its_word() -> None:
    assert {TAKEN_OFF, TOO_LATE, "supplement_after_end", "objection_after_end",
            "withdrawal_after_end"} <= VERBS.keys()
    assert OURS.keys() <= VERBS.keys()
    assert BY_RULE in REASONS
