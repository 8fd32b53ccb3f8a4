"""Long forms save themselves: for whoever types, until they are sent; never a ballot or a password."""

import json
import re
from html import unescape
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.unsent import LONGEST_SEALED
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.site import NOW

PAGE = "/determinations/f1/act/refuse"
WORDS = "不属于本机关受理的事项。\n“引号”<b>&"


class Kept(dict[tuple[str, str], str]):
    """identity's side, by hand: (form, page) → sealed."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        site.caller.said |= {
            "identity.keep_unsent": self.keep, "identity.drop_unsent": self.drop,
            "identity.unsent_forms": lambda _: {
                "forms": [{"form": form, "kept_at": NOW.isoformat()} for form in self.forms]},
            "identity.unsent_words": lambda asked: (
                {"sealed": self.forms[asked["form"]]} if asked["form"] in self.forms
                else CaseError("not_found"))}
        self.forms: dict[str, str] = {}

    def keep(self, command: dict[str, Any]) -> dict[str, Any]:
        self.forms[command["form"]] = command["sealed"]
        return {"form": command["form"], "kept_at": NOW.isoformat()}

    def drop(self, command: dict[str, Any]) -> dict[str, Any]:
        self.forms.pop(command["form"], None)
        return {}


@pytest.fixture
def site() -> Site:
    return Site("lead", determination=case("refuse"))


@pytest.fixture
def kept(site: Site) -> Kept:
    return Kept(site)


def form_of(page: str) -> dict[str, str]:
    """The hidden fields of the form that saves itself."""
    whole = re.search(r'<form method="post"[^>]*>(?:(?!</form>).)*name="unsent".*?</form>', page, re.DOTALL)
    assert whole
    return {name: unescape(value) for name, value in
            re.findall(r'<input type="hidden" name="([^"]+)"(?: id="[^"]*")? value="([^"]*)"', whole[0])}


def restored(page: str) -> list[list[str]]:
    found = re.search(r'data-words="([^"]*)"', page)
    return json.loads(unescape(found[1])) if found else []


def saved(site: Site, **typed: str) -> Any:
    form = form_of(site.get(PAGE).text)
    return site.client.post("/unsent", data={**form, "words": WORDS, **typed})


def test_what_is_typed_is_there_when_the_form_is_opened_again(site: Site, kept: Kept) -> None:
    assert restored(site.get(PAGE).text) == []
    line = saved(site)
    assert "15:20" in line.text
    assert line.headers["HX-Trigger"] == "saved"
    page = site.get(PAGE).text
    assert ["words", WORDS] in restored(page)
    assert "已恢复您 15:20 未提交的内容" in page
    assert "不要这些内容" in page


def test_identity_can_read_neither_the_words_nor_which_form_it_is(site: Site, kept: Kept) -> None:
    saved(site)
    [(form, sealed)] = kept.forms.items()
    told = json.dumps(site.caller.asked, ensure_ascii=False)
    assert "不属于本机关" not in told
    assert re.fullmatch("[0-9a-f]{64}", form)
    assert len(sealed) < LONGEST_SEALED


def test_somebody_else_opens_nothing_even_with_the_row_in_hand(site: Site, kept: Kept) -> None:
    saved(site)
    [sealed] = kept.forms.values()
    other = Site("reviewer", determination=case("refuse"))
    theirs = Kept(other)
    theirs.forms = {form_of(other.get(PAGE).text)["unsent"]: sealed, **kept.forms}
    assert restored(other.get(PAGE).text) == []


def test_the_words_go_with_the_command_and_stay_with_a_refusal(site: Site, kept: Kept) -> None:
    form = form_of(site.get(PAGE).text)
    site.caller.said["determination.refuse_determination"] = CaseError("busy")
    site.client.post(PAGE, data={**form, "words": WORDS, "step": "confirmed"})
    assert ["words", WORDS] in restored(site.get(PAGE).text)
    del site.caller.said["determination.refuse_determination"]
    looked_at = site.client.post(PAGE, data={**form, "words": WORDS})
    assert form_of(looked_at.text)["unsent"] == form["unsent"]
    done = site.client.post(PAGE, data={**form_of(looked_at.text), "step": "confirmed"})
    assert done.status_code == 302
    assert kept.forms == {}


def test_words_that_could_not_be_dropped_when_they_were_sent_do_not_come_back(site: Site, kept: Kept) -> None:
    saved(site)
    form = form_of(site.get(PAGE).text)
    letting_go = site.caller.said["identity.drop_unsent"]
    site.caller.said["identity.drop_unsent"] = CaseError("busy")
    assert site.client.post(PAGE, data={**form, "words": WORDS, "step": "confirmed"}).status_code == 302
    assert restored(site.get(PAGE).text) == []      # nor while identity still can't
    assert kept.forms != {}
    site.caller.said["identity.drop_unsent"] = letting_go
    assert restored(site.get(PAGE).text) == []
    assert kept.forms == {}
    saved(site)
    assert ["words", WORDS] in restored(site.get(PAGE).text)    # what is written anew is kept as ever


def test_what_the_browser_remembers_of_a_sent_form_is_not_used_up_by_somebody_else(
        site: Site, kept: Kept) -> None:
    form = form_of(site.get(PAGE).text)
    site.caller.said["identity.drop_unsent"] = CaseError("busy")
    site.client.post(PAGE, data={**form, "words": WORDS, "step": "confirmed"})
    other = Site("reviewer", determination=case("refuse"))
    theirs, asked = Kept(other), other.caller.asked
    remembered = site.client.get_cookie("rongcuo_sent")
    assert remembered
    other.client.set_cookie("rongcuo_sent", remembered.value)
    assert restored(other.get(PAGE).text) == []
    assert (theirs, "identity.drop_unsent" in {target for target, _ in asked}) == ({}, False)
    assert other.client.get_cookie("rongcuo_sent")


def test_the_words_can_be_dropped(site: Site, kept: Kept) -> None:
    saved(site)
    form = form_of(site.get(PAGE).text)
    back = site.client.post("/unsent/drop", data={**form, "next": PAGE})
    assert back.location == PAGE
    assert restored(site.get(PAGE).text) == []


def test_no_secret_and_no_file_is_kept(site: Site, kept: Kept) -> None:
    saved(site, password="quiet otter", again="quiet otter", kept_file="ab" * 32)
    names = {name for name, _ in restored(site.get(PAGE).text)}
    assert names == {"words"}


def test_restored_words_go_with_the_state_that_the_page_shows_now(site: Site, kept: Kept) -> None:
    site.caller.said["determination.determination"] = case("refuse", tag="t1")
    saved(site)
    assert "现在是这样" not in site.get(PAGE).text
    site.caller.said["determination.determination"] = case("refuse", tag="t2")
    page = site.get(PAGE).text
    assert form_of(page)["as_read"] == "t2"
    assert restored(page) == [["words", WORDS]]
    assert "现在是这样" in page     # and whoever sends them has seen it


def test_a_ballot_is_never_kept() -> None:
    member = Site("member")
    for page in ("/meetings/meet1", "/meetings/meet1/act/cast_vote?item_id=i1"):
        found = member.get(page).text
        assert 'name="choice"' not in found or 'name="unsent"' not in found


def test_too_long_is_said_and_nothing_asked(site: Site, kept: Kept) -> None:
    line = saved(site, words="x" * LONGEST_SEALED)
    assert line.text.startswith("还没有保存")
    assert "HX-Trigger" not in line.headers
    assert kept.forms == {}


def test_a_form_is_as_ever_where_identity_can_not_say(site: Site, kept: Kept) -> None:
    site.caller.said["identity.unsent_forms"] = CaseError("service_unavailable")
    assert site.get(PAGE).status_code == 200


def test_without_a_session_nothing_is_kept(site: Site, kept: Kept) -> None:
    form = form_of(site.get(PAGE).text)
    site.caller.said["identity.whose_token"] = CaseError("sign_in_required")
    site.sessions_end()
    answer = site.client.post("/unsent", data={**form, "words": WORDS}, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert kept.forms == {}


def test_a_key_of_another_time_opens_nothing(site: Site, kept: Kept) -> None:
    saved(site)
    kept.forms = dict.fromkeys(kept.forms, "AAAA" * 20)
    assert restored(site.get(PAGE).text) == []
    kept.forms = dict.fromkeys(kept.forms, "no base64")
    assert site.get(PAGE).status_code == 200


# Forms with something to write that do not save themselves, and why.
