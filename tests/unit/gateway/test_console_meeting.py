"""The page of a joint meeting, which several members use at once."""

import re
from dataclasses import replace

import pytest

from rongcuo.contracts.determination import ItemState, MeetingState, Question
from rongcuo.contracts.errors import CaseError
from services.gateway.console.meeting.actions import MEETING
from tests.unit.gateway import casework
from tests.unit.gateway.casework import CLEARED, MEMBERS, VOTING, item, meeting
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.page_text import status_of

PAGE = "/meetings/meet1"
AS_READ = re.compile('name="as_read" value="([^"]*)"')
POLL = re.compile(r'hx-get="([^"]+)"')


def poll_of(page):
    return POLL.search(page)[1].replace("&amp;", "&")


def test_nothing_new_costs_nothing():
    site = Site("member")
    address = poll_of(site.get(PAGE).text)
    site.get(address)   # whose session it is, is remembered for a while
    site.caller.asked.clear()
    answer = site.get(address, **{"HX-Request": "true"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert [target for target, _ in site.caller.asked] == ["determination.meeting"]


def test_a_page_that_looks_by_itself_is_no_use_of_the_session():
    site = Site("member")
    address = poll_of(site.get(PAGE).text)
    site.sessions_end()
    for page in (address, PAGE, address):
        site.get(page)
    asked = [told["unattended"] for target, told in site.caller.asked if target == "identity.whose_token"]
    assert asked == [False, True, False], "each is remembered for itself"


def test_somebody_elses_vote_leaves_ones_own_form_alone():
    voting = replace(VOTING, allowed=("cast_vote",), my_choice="")
    site = Site("member", meeting=meeting(items=(CLEARED, voting)))
    address = poll_of(site.get(PAGE).text)
    site.caller.said["determination.meeting"] = meeting(
        items=(CLEARED, replace(voting, voted=(*voting.voted, "m4"), awaited=("m5",))), version=8)
    answer = site.get(address, **{"HX-Request": "true"}).text
    assert 'id="status"' in answer
    assert 'id="agenda" hx-swap-oob="true"' in answer
    assert 'id="mine"' not in answer
    site.caller.said["determination.meeting"] = meeting(items=(CLEARED, VOTING), version=9)
    assert 'id="mine" hx-swap-oob="true"' in site.get(poll_of(answer)).text


def test_a_vote_waits_for_whoever_has_not_voted_and_then_for_the_chair():
    awaited = replace(VOTING, awaited=("m4",))
    assert "等 财政局成员 投票" in Site("member", meeting=meeting(items=(CLEARED, awaited))).get(PAGE).text
    all_in = replace(VOTING, voted=("m1", "m2", "m3", "m4"), awaited=())
    assert "由组织部成员主持" in Site("member", meeting=meeting(items=(CLEARED, all_in))).get(PAGE).text


FOUR = (*casework.MEETING.members[:4], replace(casework.MEETING.members[4], present=False))
FIVE_WANTED = item(1, Question.OUTCOME, ItemState.WAITING, voters_wanted=5, voters_present=5)
FOUR_THERE = replace(FIVE_WANTED, voters_present=4, voters_missing=1)


def test_a_session_with_too_few_for_a_vote_says_how_many_are_missing_and_what_can_be_done():
    too_few = meeting("call_roll", "adjourn", items=(FOUR_THERE,), members=FOUR, present=4)
    site = Site("member", meeting=too_few)
    page = site.get(PAGE).text
    assert status_of(page)["until"] == "有权表决的到会 4 人 · 每项至少 5 人，还差 1 人"
    assert "达到法定人数" not in page
    mine = page[page.index('id="mine"'):page.index("</section>", page.index('id="mine"'))]
    assert "现在不能开始表决" in mine
    assert "人到齐后重新点名；等不来的，请召集会议的负责人补请成员，或先休会。" in mine
    assert "<details open><summary>可以这样办" in mine
    assert "等主持人" not in mine
    site.caller.said["determination.meeting"] = meeting(
        "call_roll", "adjourn", items=(FIVE_WANTED,), version=8)
    assert 'id="mine"' in site.get(poll_of(page)).text, "whoever waits is told when there are enough"
    assert "达到法定人数" in site.get(PAGE).text
    others = Site("member", meeting={**too_few, "chair_id": "m2", "allowed": []}).get(PAGE).text
    assert "等主持人重新点名或休会，或等负责人补请成员。" in others


def test_the_page_counts_nobody_itself():
    page = Site("member", meeting=meeting(items=(FIVE_WANTED,), members=FOUR, present=4)).get(PAGE).text
    assert "还差" not in page


def test_before_a_session_both_numbers_are_there():
    page = Site("member", meeting=meeting(state=MeetingState.CONVENED, items=(FIVE_WANTED,))).get(PAGE).text
    assert status_of(page)["until"] == "共 5 人，至少 4 人到会才能开会，每项至少 5 人才能表决"


def test_whoever_only_waits_is_told_when_it_is_over():
    site = Site("member", meeting=meeting(state=MeetingState.MINUTES))
    address = poll_of(site.get(PAGE).text)
    site.caller.said["determination.meeting"] = meeting(state=MeetingState.SIGNED, version=8)
    assert "会议结束" in site.get(address, **{"HX-Request": "true"}).text


@pytest.mark.parametrize("state", [MeetingState.SIGNED, MeetingState.CANCELLED])
def test_when_it_is_over_nobody_asks_again(state):
    page = Site("member", meeting=meeting(state=state)).get(PAGE).text
    assert "hx-get" not in page
    assert "hx-trigger" not in page


def test_a_part_is_never_replaced_by_the_page_for_signing_in():
    site = Site("member")
    site.client.delete_cookie("rongcuo_session")
    assert site.get(f"{PAGE}/now", **{"HX-Request": "true"}).status_code == 401
    assert site.get(f"{PAGE}/now").status_code == 302


def test_votes_lie_face_down_until_all_are_opened():
    page = Site("member").get(PAGE).text
    assert page.count('class="ballot sealed"') == 3
    assert page.count('class="ballot awaited"') == 2
    assert page.count('class="ballot open"') == len(MEMBERS)
    assert "您投了：免责" in page
    assert "2024 年的情况与本案相同" in page


@pytest.mark.parametrize(("verb", "form", "method", "sent"), [
    ("call_roll", {"present_ids": ["m1", "m2"]}, "call_roll", {"present_ids": ["m1", "m2"]}),
    ("open_vote", {"item_id": "i2"}, "open_vote", {"item_id": "i2"}),
    ("cast_vote", {"item_id": "i2", "choice": "exempt", "reason": "为公"}, "cast_vote",
     {"item_id": "i2", "choice": "exempt", "reason": "为公"}),
    ("reveal_votes", {"item_id": "i2"}, "reveal_votes", {"item_id": "i2"}),
    ("write_minutes", {"minutes": "纪要"}, "write_minutes", {"minutes": "纪要"}),
    ("sign_minutes", {}, "sign_minutes", {}),
    ("recuse_member", {"case_id": "f1", "officer_id": "m2", "ground": "interest", "reason": "同乡"},
     "recuse_member", {"case_id": "f1", "officer_id": "m2", "ground": "interest", "reason": "同乡"}),
    ("adjourn", {"reason": "补充材料", "until": "2026-02-20T09:00"}, "adjourn_meeting",
     {"reason": "补充材料", "until": "2026-02-20T09:00:00+08:00"}),
    ("name_chair", {"chair_id": "m2", "reason": "病休", "until": "2026-02-20T09:00"}, "name_chair",
     {"chair_id": "m2", "reason": "病休", "until": "2026-02-20T09:00:00+08:00"}),
    ("cancel", {"words": "改期"}, "cancel_meeting", {"reason": "改期"})])
def test_a_form_sends_its_command(verb, form, method, sent):
    site = Site("member")
    assert site.get(f"{PAGE}/act/{verb}?item_id=i2").status_code == 200
    assert site.post(f"{PAGE}/act/{verb}", step="confirmed", **form).location == PAGE
    assert site.sent(method) == {"meeting_id": "meet1", **sent}


@pytest.mark.parametrize("verb", ["adjourn", "name_chair", "cancel"])
def test_everybody_is_considered_before_a_meeting_is_put_off(verb):
    site = Site("member")
    page = site.post(f"{PAGE}/act/{verb}", words="改期", reason="改期", until="2026-02-20T09:00")
    assert "各位成员" in page.text
    assert verb == "cancel" or "<dd>2月20日 09:00（周五，春节） <button" in page.text
    done = [target for target, payload in site.caller.asked if "command_id" in payload]
    assert done == [f"determination.rehearse_{MEETING.acts[verb].command.method}"]


def test_a_meeting_is_not_put_off_to_a_day_that_is_over():
    site = Site("member", rehearse_adjourn_meeting=CaseError("meeting.until_past"))
    page = site.post(f"{PAGE}/act/adjourn", reason="改期", until="2026-02-01T09:00")
    assert page.status_code == 422
    assert 'id="until-wrong"' in page.text


@pytest.mark.parametrize(("state", "allowed", "items", "shown"), [
    (MeetingState.CONVENED, ("call_roll", "cancel"), (), "点名开会"),
    (MeetingState.IN_SESSION, (), (replace(item(1, Question.OUTCOME, ItemState.WAITING),
                                           allowed=("open_vote",)),), "开始表决"),
    (MeetingState.IN_SESSION, (), (replace(VOTING, my_choice="", allowed=("cast_vote",)),), "密封投票"),
    (MeetingState.IN_SESSION, (), (replace(VOTING, allowed=("reveal_votes",)),), "同时开票"),
    (MeetingState.IN_SESSION, ("write_minutes", "adjourn", "call_roll"), (CLEARED,), "完成纪要"),
    (MeetingState.MINUTES, ("sign_minutes", "write_minutes"), (CLEARED,), "会签纪要"),
    (MeetingState.MINUTES, (), (CLEARED,), "纪要正在按顺序会签")])
def test_each_state_has_one_thing_to_do_next(state, allowed, items, shown):
    page = Site("member", meeting=meeting(*allowed, state=state, items=items)).get(PAGE).text
    mine = page[page.index('id="mine"'):page.index("</section>", page.index('id="mine"'))]
    assert shown in mine
    assert mine.count('class="primary"') == (0 if shown.startswith("纪要") else 1)


def test_the_draft_of_the_minutes_is_there_to_be_gone_over():
    site = Site("member", meeting=meeting("write_minutes", items=(CLEARED,), draft="会议逐项表决。"))
    for page in (site.get(PAGE), site.get(f"{PAGE}/act/write_minutes")):
        assert "会议逐项表决。</textarea>" in page.text
    site.caller.said["determination.meeting"] = meeting("write_minutes", minutes="已改写。",
                                                        draft="会议逐项表决。")
    assert "已改写。</textarea>" in site.get(PAGE).text


def test_what_is_not_for_ones_eyes_is_said_in_a_word():
    withheld = item(1, Question.OUTCOME, ItemState.REVEALED, voted=tuple(MEMBERS), withheld=True)
    found = meeting(state=MeetingState.MINUTES, items=(withheld,), minutes_withheld=True, signers=("m1",))
    page = Site("member", meeting=found).get(PAGE).text
    assert "看不到本案的投票和结果" in page
    assert "也不用您会签" in page
    assert 'class="ballots"' not in page
    assert status_of(page)["until"].endswith("会签 0 / 1")


@pytest.mark.parametrize("state", [MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.MINUTES])
def test_whoever_takes_no_part_is_not_told_to_wait_for_a_vote(state):
    kept_from = replace(item(1, Question.OUTCOME, ItemState.WAITING), withheld=True)
    page = Site("member", meeting=meeting(state=state, items=(kept_from,))).get(PAGE).text
    assert "您不参加审议和表决" in page
    assert "可以先看案卷" not in page
    both = Site("member", meeting=meeting(state=state, items=(kept_from, CLEARED))).get(PAGE).text
    assert "您不参加审议和表决" not in both
