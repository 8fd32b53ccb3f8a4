"""A text that turns or hides what stands around it: told where it is written, and shown as a mark where it
was taken before such texts were refused."""

import pytest

from rongcuo.contracts.determination import SuspendDetermination
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import load
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import Site, console

PAGE = "/determinations/f1"


def test_a_stored_text_turns_nobody_elses_words():
    title = "关于“示例\u2067事项”，核减款\u202e100万元"
    page = Site("lead", determination=case("suspend", title=title)).get(PAGE).text
    assert "关于“示例\ufffd事项”，核减款\ufffd100万元" in page
    assert not set("\u202e\u2067") & set(page)


def test_a_name_that_is_written_leftward_moves_no_number_beside_it():
    """By itself, in a sentence of ours, and in a field, which sends back what was typed there."""
    street, holder = "شارع (5", "ירושלים"
    page = Site("lead", determination=case("suspend", title=street, assignee_name=holder)).get(PAGE).text
    assert f"\u2068{street}\u2069" in page
    assert street not in page.replace(f"\u2068{street}\u2069", "")
    refused = Site("lead", determination=case("suspend"), rehearse_suspend_determination=taken)
    answer = refused.post(f"{PAGE}/act/suspend", words=f"{street}100万元").text
    assert f">{street}100万元</textarea>" in answer
    assert "不能含有从右往左写的 ش (U+0634)" in answer


def test_a_sentence_of_ours_quotes_apart():
    """Whoever is named in it, in both languages."""
    with console().test_request_context():
        say = console().jinja_env.from_string('{{ _("轮到 %(name)s 会签", name=name) }}')
        assert say.render(name="ירושלים 3") == "轮到 \u2068ירושלים 3\u2069 会签"
        assert say.render(name="<孙正>") == "轮到 &lt;孙正&gt; 会签"


@pytest.mark.parametrize(("language", "told"), [
    ("zh", "不能含有会打乱文字方向的字符 U+202E"), ("en", "Must not hold U+202E")])
def test_a_form_says_which_sign_it_is(language, told):
    site = Site("lead", determination=case("suspend"), rehearse_suspend_determination=taken)
    site.client.set_cookie(LANGUAGE, language)
    assert told in site.post(f"{PAGE}/act/suspend", words="等\u202e待").text


def taken(asked):
    """What the contract says of it."""
    try:
        return load(SuspendDetermination, asked)
    except CaseError as refusal:
        return refusal
