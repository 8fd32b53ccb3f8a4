"""A demonstration's people, one click away, and its tour; and that there is none of it anywhere else."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway.console.tour import STEPS
from services.gateway.cookies import SESSION, TOUR
from services.identity.demonstration import people
from tests.unit.gateway.console_site import HIDDEN, OFFICER, Site, console

PUBLISHED = {"password": "published", "people": [
    {"username": "songming.filer", "name": "刘某", "unit": "杨桥街道办事处", "role": "filer",
     "task": "报备一件事", "task_in_english": "files something", "begins": True},
    {"username": "songming.reviewer", "name": "赵清", "unit": "嵩明县纪委监委", "role": "reviewer",
     "task": "初审", "task_in_english": "reviews", "begins": True}]}
LETTER = {"organ_name": "嵩明县纪委监委",
          "number": "嵩纪容〔2026〕6号", "standing": "current", "code": "7KQ2M-WX9TB",
          "issued_on": "2026-05-12", "replaced_by": "", "sha256": "ab" * 32}
SIGNED = {"token": "another-token-of-forty-three-characters-0000", "officer": OFFICER,
          "expires_at": "2026-05-12T21:30:00+08:00"}

CODE, CARD = "7KQ2-M4WX-9TB1-Z0AC", "1A2B-3C4D-5E6F"
HANDED = {"codes": {"周末在景区看到单位的车。": CODE},
          "cards": {OFFICER["username"]: CARD, "another": "9Z9Z"}}


@pytest.fixture
def here() -> Iterator[Site]:
    yield from _site(guided=True)


@pytest.fixture
def elsewhere() -> Iterator[Site]:
    """As in production, whatever identity would say."""
    yield from _site(guided=False)


def _site(guided: bool) -> Iterator[Site]:
    site = Site("subject")
    site.caller.said |= {"identity.demonstration": PUBLISHED, "identity.sign_in": SIGNED,
                         "identity.sign_out": {}}
    extensions = console().extensions
    extensions["settings"] = replace(extensions["settings"], guided=guided, examples=lambda: "loading",
                                     handed=lambda: HANDED)
    extensions.pop("published", None)
    yield site
    extensions["settings"] = replace(extensions["settings"], guided=False, examples=str, handed=dict)
    extensions.pop("published", None)


def _be(site: Site, username: str, **form: str):
    hidden = dict(HIDDEN.findall(site.get("/verify").text))
    return site.client.post("/be", data={**hidden, "username": username, **form})


def test_the_sign_in_page_offers_people_by_task(here: Site) -> None:
    here.client.delete_cookie(SESSION)
    page = here.get("/sign-in").text
    assert page.index("刘某") < page.index("报备一件事") < page.index("赵清")
    assert "正在准备示例" in page
    assert "published" not in page, "the password stays where it is"


def test_the_door_hands_out_a_query_code_and_somebodys_own_pages_their_card(here: Site) -> None:
    page = here.get("/inbox").text
    assert CARD in page
    assert CODE not in page
    here.client.delete_cookie(SESSION)
    door = here.get("/sign-in").text
    assert "演示用查询码" in door
    assert CODE in door
    assert CARD not in door
    assert "9Z9Z" not in door + page, "nobody else's"


def test_the_others_lie_folded_a_card_for_each_task(here: Site) -> None:
    votes = {"unit": "某局", "role": "member", "task": "密封投票", "task_in_english": "votes"}
    others = [{**votes, "username": f"songming.{name}", "name": name, "begins": False}
              for name in ("审计局成员", "司法局成员")]
    alone = {**others[0], "username": "songming.chair", "name": "组织部成员", "task": "主持"}
    here.caller.said["identity.demonstration"] = {**PUBLISHED, "people": [
        *PUBLISHED["people"], alone, *others]}
    here.client.delete_cookie(SESSION)
    in_sight, _, folded = here.get("/sign-in").text.partition("也可以做别人（3 人）")
    assert [in_sight.count(name) for name in ("刘某", "赵清", "成员")] == [1, 1, 0]
    assert folded.count("密封投票") == 1, "one card for what is the same to do"
    assert re.findall(r'name="username" value="([^"]+)"', folded) == [
        "songming.chair", "songming.审计局成员", "songming.司法局成员"]


def test_one_click_is_enough_to_be_somebody(here: Site) -> None:
    answer = _be(here, "songming.reviewer", next="/work")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/work")
    assert ("identity.sign_in", {"username": "songming.reviewer", "password": "published",
                                 "address": "127.0.0.1"}) in here.caller.asked
    assert "identity.sign_out" in {target for target, _ in here.caller.asked}, "one person at a time"
    assert SIGNED["token"] in str(answer.headers.getlist("Set-Cookie"))


def test_nobody_else_can_be_chosen(here: Site) -> None:
    assert _be(here, "province.registrar").status_code == 404
    assert _be(here, "songming.reviewer", next="//elsewhere.example").headers["Location"] == "/"


def test_a_page_of_somebody_elses_signs_nobody_in(here: Site) -> None:
    assert here.client.post("/be", data={"username": "songming.filer"}).status_code == 400
    assert "identity.sign_in" not in {target for target, _ in here.caller.asked}


def test_a_password_that_was_changed_is_told(here: Site) -> None:
    here.caller.said["identity.sign_in"] = CaseError("sign_in_failed")
    answer = _be(here, "songming.filer")
    assert answer.status_code == 401
    assert 'value="songming.filer"' in answer.text


def test_every_page_tells_who_one_is_and_which_day_it_is(here: Site) -> None:
    page = here.get("/inbox").text
    assert "您现在是 刘某（报备人）" in page
    assert "2月13日 15:20（周五）" in page
    assert "赵清" in page


def test_the_bar_stays_while_identity_does_not_answer(here: Site) -> None:
    here.caller.said["identity.demonstration"] = CaseError("service_unavailable")
    assert "您现在是 刘某" in here.get("/inbox").text


def test_the_tour_begins_goes_on_and_is_put_away(here: Site) -> None:
    assert "导览 1 / 5" not in here.get("/inbox").text
    assert here.get("/tour/1?next=/inbox").headers["Location"] == "/inbox"
    assert "导览 1 / 5" in here.get("/inbox").text
    here.get("/tour/5")
    assert "走完了" in here.get("/inbox").text
    here.get("/tour/0")
    assert "导览 5 / 5" not in here.get("/inbox").text
    assert here.get("/tour/6").status_code == 404


@pytest.mark.parametrize("kept", ["9", "-1", "x", "0", "1.0", ""])
def test_a_step_that_there_is_not_is_no_step(here: Site, kept: str) -> None:
    here.client.set_cookie(TOUR, kept)
    assert 'class="tour"' not in here.get("/inbox").text


def test_a_step_that_was_done_leads_to_the_next(here: Site) -> None:
    here.get("/tour/3")
    here.caller.said["documents.check"] = CaseError("letter.unknown_code")
    unknown = here.get("/verify/7KQ2MWX9TB")
    assert (unknown.status_code, "<title>有误：" in unknown.text) == (404, True)
    assert 'href="#code"' in unknown.text, "the box leads to the field"
    assert "导览 3 / 5" in unknown.text, "a code that there is not shows no letter"
    assert "导览 3 / 5" in here.get("/inbox").text
    here.caller.said["documents.check"] = LETTER
    assert "导览 4 / 5" in here.get("/verify/7KQ2MWX9TB").text, "what was just done is not asked for again"
    assert "导览 4 / 5" in here.get("/inbox").text


def test_people_are_offered_in_the_order_in_which_they_act(here: Site) -> None:
    here.caller.said["identity.demonstration"] = {**PUBLISHED, "people": [*PUBLISHED["people"], {
        "username": "songming.lead", "name": "孙正", "unit": "嵩明县纪委监委", "role": "lead",
        "task": "分派", "task_in_english": "assigns"}]}
    here.get("/tour/2")
    tour = here.get("/inbox").text.partition('class="tour"')[2]
    assert re.findall(r'name="username" value="([^"]+)"', tour) == ["songming.lead", "songming.reviewer"]


def test_each_step_names_people_and_pages_that_there_are() -> None:
    known = {person.username for person in people()}
    pages = {rule.endpoint for rule in console().url_map.iter_rules()}
    for step in STEPS:
        assert set(step.people) <= known
        assert {step.page, step.done_by[0]} <= pages


def test_there_is_nothing_of_it_in_production(elsewhere: Site) -> None:
    page = elsewhere.get("/inbox").text
    assert 'class="stage"' not in page
    assert "identity.demonstration" not in {target for target, _ in elsewhere.caller.asked}
    assert _be(elsewhere, "songming.filer").status_code == 404
    assert elsewhere.get("/tour/1").status_code == 404
    elsewhere.client.delete_cookie(SESSION)
    door = elsewhere.get("/sign-in").text
    assert "赵清" not in door
    assert CODE not in door
    assert CARD not in page
    assert "怎么运转" in door
