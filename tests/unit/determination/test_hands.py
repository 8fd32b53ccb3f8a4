"""Who has had a hand in a determination stays known: at its meetings, at an appeal, and who holds it now."""

from dataclasses import replace

import pytest

from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.review import RecusalGround
from services.determination.storage.appeals import _appeal_of, _row_of
from services.determination.storage.determination_content import determination_of, row_of
from services.review.domain import Holder
from tests.unit.casework.looking import last, refused
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, MEMBER, QIAN, WANG, ZHAO, by
from tests.unit.review.scene import holder, view


def recuse(case, who) -> None:
    case.recuse(holder(who), RecusalGround.OTHER, "同学", by(LEAD))


@pytest.mark.parametrize("anew", [(QIAN, LEAD), ()])
def test_whoever_verified_is_not_freed_by_a_new_team_or_by_none(anew):
    case = scene.before_meeting()
    case.send_back("缺鉴定意见", by(LEAD))
    if anew:
        case.form_team(tuple(map(view, anew)), by(LEAD))
    else:
        recuse(case, WANG)
    assert "zhao" not in case.holders
    assert case.bars(Known("zhao", units=ZHAO.units)) is RecusalGround.OTHER
    assert "zhao" in case.engaged


def test_whoever_accepted_a_case_hears_no_appeal_against_it():
    case = scene.opened()
    case.assign(view(QIAN), by(LEAD))
    case.accept("予以受理", by(QIAN))
    case.form_team((view(WANG), view(ZHAO)), by(LEAD))
    assert case.holders == {"wang", "zhao"}
    assert case.engaged == {"qian", "wang", "zhao"}


def test_a_case_stays_with_whom_it_was_assigned_to_where_another_is_recused():
    case = scene.before_meeting()
    case.assign(view(QIAN), by(LEAD))
    recuse(case, ZHAO)
    assert (case.assignee, case.team) == (Holder.of(view(QIAN)), ())
    assert last(case).standing.holders == (f"{scene.ORGAN}/lead",)   # who convene


def test_the_head_holds_the_case_for_the_team_and_no_longer():
    case = scene.verifying()
    case.form_team((view(WANG), view(ZHAO), view(QIAN)), by(LEAD))
    recuse(case, QIAN)
    assert case.assignee == case.team[0] == Holder.of(view(WANG))
    recuse(case, ZHAO)
    assert (case.assignee, case.team) == (None, ())


def test_an_open_appeal_is_no_work_of_whoever_had_a_hand_in_its_case():
    appeal, case = scene.heard()
    assert set(last(appeal).standing.parties) == case.engaged | {"subject"} > {"lead", "wang", "member1"}
    assert appeal.engaged == _appeal_of(_row_of(appeal)).engaged == tuple(sorted(case.engaged))
    scene.agreed(appeal, Outcome.LIGHTEN, scene.TERMS, case, by(scene.PANEL[0]))
    assert last(appeal).standing.parties == ("subject",), "what was decided, they read as any case of theirs"


@pytest.mark.parametrize("leaving", [
    lambda appeal, case: appeal.withdraw("", case, by(scene.SUBJECT)),
    lambda appeal, case: (case.hand_up("无人办理", by(scene.DEPUTY)),
                          appeal.follow_case(case, by(scene.DEPUTY)))])
def test_of_a_panel_that_hears_an_appeal_no_longer_nobody_reads_on(leaving):
    appeal, case = scene.heard()
    panel = {each.officer_id for each in scene.PANEL}
    assert panel <= case.readers
    leaving(appeal, case)
    assert (last(case).what, set(last(case).concerns)) == ("unseat_panel", panel)
    assert panel.isdisjoint({*last(case).standing.readers, *last(appeal).standing.readers})


def test_a_member_recused_at_a_meeting_is_barred_from_the_case_once():
    case = scene.before_meeting()
    for _ in range(2):
        case.recuse_member(holder(MEMBER), RecusalGround.RELATIVE, "亲属", by(MEMBER))
    assert case.bars(MEMBER) is RecusalGround.RELATIVE
    assert len(case.recusals) == 1


def test_who_was_recused_bars_nobody_else():
    case = scene.before_meeting()
    recuse(case, QIAN)
    refused("review.recused", case,
            lambda it: it.recuse(holder(ZHAO), RecusalGround.RELATIVE, "亲属", by(QIAN)))


def test_a_row_of_before_is_still_read():
    case = replace(scene.before_meeting(), clue_handlers=frozenset({"handler"}), decided_at=None)
    row = row_of(case)
    content = {name: value for name, value in row["content"].items()
               if name not in ("clue_handlers", "once_held")}
    loaded = determination_of(row | {"content": content | {"clue_handler": "handler"}})
    assert (loaded.clue_handlers, loaded.once_held) == ({"handler"}, frozenset())
    assert determination_of(row | {"content": content | {"clue_handler": ""}}).clue_handlers == frozenset()
    assert determination_of(row).once_held == case.once_held == {"wang", "zhao"}
