"""Templates filled, codes, numbers, names of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.errors import CaseError
from services.documents.domain.attachment import Found, accepted, kind_named
from services.documents.domain.codes import SIGNS, new_code, plain_code
from services.documents.domain.filling import filled
from services.documents.domain.numbers import Series, numbered


def test_a_line_with_an_empty_placeholder_is_left_out() -> None:
    text = filled("决定书", "{who}：\n事项：{what}\n理由：{why}\n到期：{until}，{what}\n完。",
                  {"who": "刘某", "what": "甲", "why": " ", "until": ""})
    assert (text.addressee, text.body) == ("刘某：", "事项：甲\n完。")


def test_what_is_filled_in_is_never_a_template() -> None:
    text = filled("t", "理由：{reasons}", {"reasons": "见{secret}与{0}", "secret": "密"})
    assert text.body == "理由：见{secret}与{0}"


def test_several_lines_filled_in_are_paragraphs_and_no_addressee_is_invented() -> None:
    text = filled("t", "{resolved}\n完。", {"resolved": "甲。\n乙。"})
    assert (text.addressee, text.body) == ("", "甲。\n乙。\n完。")


@pytest.mark.parametrize(("body", "facts", "addressee", "rest"), [
    ("{what}\n完。", {"what": "决定如下："}, "", "决定如下：\n完。"),
    ("{who}：\n{what}：\n完。", {"who": "", "what": "决定如下"}, "", "决定如下：\n完。"),
    ("{who}：\n完。", {"who": "刘某：\n免责。\n李某"}, "刘某： 免责。 李某：", "完。")])
def test_to_whom_it_goes_says_the_template_s_first_line_alone(body: str, facts: dict[str, str],
                                                              addressee: str, rest: str) -> None:
    text = filled("t", body, facts)
    assert (text.addressee, text.body) == (addressee, rest)


def test_numbers_are_written_as_the_standard_says() -> None:
    assert numbered("昆纪容", Series.DECISION, 2026, 1) == "昆纪容〔2026〕1号"
    assert numbered("昆纪容", Series.LETTER, 2026, 12) == "昆纪容函〔2026〕12号"


def test_codes_have_no_look_alikes_and_read_back_however_typed() -> None:
    assert not set("01OILU") & set(SIGNS)
    codes = {new_code() for _ in range(2_000)}
    assert len(codes) == 2_000
    for code in codes:
        assert plain_code(f"  {code.lower().replace('-', ' ')}") == code
    wide = "".join(chr(ord(sign) + 0xfee0) for sign in code)
    for typed in (wide, f"核验码 {code}。", f"\u200b{code}\ufeff", code.replace("-", "–")):
        assert plain_code(typed) == code


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_anything_else_is_an_unknown_code(typed: str) -> None:
    signs = [sign for sign in typed.upper() if sign.isalnum()]
    if len(signs) == 10 and set(signs) <= set(SIGNS):
        assert set(plain_code(typed)) <= {*SIGNS, "-"}
    else:
        with pytest.raises(CaseError, match="unknown_code"):
            plain_code(typed)


@pytest.mark.parametrize("name", [
    "../a.pdf", "a/b.pdf", "a\\b.pdf", "C:a.pdf", ".pdf", "..pdf", "a", "a.", " a.pdf", "a.pdf ",
    "a\u202e.pdf", "a\n.pdf", "a\x7f.pdf", "a\u200b.pdf", "..\\a.pdf"])
def test_a_name_with_a_path_or_control_characters_is_refused(name: str) -> None:
    with pytest.raises(CaseError) as caught:
        kind_named(name)
    assert caught.value.code == "attachment.name_not_allowed"


@given(st.text(min_size=1, max_size=40))
def test_no_accepted_name_holds_a_path(name: str) -> None:
    if set("/\\\0\n\r") & set(name):
        with pytest.raises(CaseError, match="name_not_allowed"):
            kind_named(f"{name}.pdf")


@pytest.mark.parametrize(("name", "claimed", "kind", "code"), [
    ("a.exe", "application/pdf", "pdf", "attachment.type_not_allowed"),
    ("a.html", "text/html", "text", "attachment.type_not_allowed"),
    ("a.pdf", "application/pdf", "png", "attachment.type_differs"),
    ("a.pdf", "image/png", "pdf", "attachment.type_differs"),
    ("a.pdf", "application/pdf", "", "attachment.type_differs")])
def test_lies_are_refused(name: str, claimed: str, kind: str, code: str) -> None:
    with pytest.raises(CaseError) as caught:
        accepted(name, claimed, Found("0" * 64, 10, kind), 100)
    assert caught.value.code == code


@pytest.mark.parametrize(("size", "code"), [(0, "attachment.empty"), (101, "attachment.too_large")])
def test_sizes_have_limits(size: int, code: str) -> None:
    with pytest.raises(CaseError) as caught:
        accepted("a.pdf", "application/pdf", Found("0" * 64, size, "pdf"), 100)
    assert caught.value.code == code


def test_the_media_type_is_the_kind_s_own() -> None:
    found = Found("0" * 64, 10, "text")
    assert accepted("a.csv", "application/vnd.ms-excel", found, 100) == "text/plain"
    pdf = Found("0" * 64, 10, "pdf")
    assert accepted("纪要.PDF", "application/octet-stream", pdf, 100) == "application/pdf"
