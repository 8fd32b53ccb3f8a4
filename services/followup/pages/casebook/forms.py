"""What each form of an entry asks, and how what has several parts is sent."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext

from rongcuo.policy.divisions import divisions
from services.followup.pages.casebook import words as said
from services.followup.pages.programme.asked import Asked
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, pack_in_force
from services.gateway.console.page.forms import Content, Form, typed
from services.gateway.console.page.language import in_english

LISTED = ("keywords", "factors", "risks")     # one a line
REASON = lazy_gettext("理由")


def areas(_: Answer) -> Mapping[str, str]:
    known = pack_in_force().followup.casebook.areas.values()
    return {each.code: each.name_en if in_english() else each.name for each in known}


def places(_: Answer) -> Mapping[str, str]:
    return {each.code: each.name for each in divisions()}


def situations(_: Answer) -> Mapping[str, str]:
    known = pack_in_force().situations.values()
    return {each.code: each.name_en if in_english() else each.name for each in known}


def colleagues(_: Answer) -> Mapping[str, str]:
    return {each.officer_id: each.name for role in ("reviewer", "lead") for each in forms.officers(role)}


def others(entry: Answer) -> Mapping[str, str]:
    """Nobody checks what they wrote themselves."""
    return {officer_id: name for officer_id, name in colleagues(entry).items()
            if name != entry["written_by"]}


def _text(name: str, word: Any, rows: int, most: int, hint: Any = "", *, wanted: bool = True) -> Asked:
    return Asked(name=name, word=word, rows=rows, most=most, hint=hint, wanted=wanted, at=f"text.{name}")


def _said(words: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of what may be left out: whoever chooses nothing says nothing."""
    return {code: each for code, each in words.items() if code}


AREA = Asked(name="area", word=lazy_gettext("领域"), kind="one", options=areas)
TEXT = (
    Asked(name="title", word=lazy_gettext("标题"), most=120, at="text.title"),
    _text("keywords", lazy_gettext("关键词（每行一个）"), 3, 260, wanted=False),
    _text("gist", lazy_gettext("要点"), 4, 2000),
    _text("facts", lazy_gettext("基本案情及处理结果"), 10, 8000,
          lazy_gettext("照实写，脱敏在下一步：系统先提建议，由人逐项决定。")),
    _text("meaning", lazy_gettext("指导意义"), 6, 4000),
    _text("factors", lazy_gettext("判断要素（每行一个）"), 4, 2400, wanted=False),
    _text("risks", lazy_gettext("风险点（每行一个）"), 4, 2400, wanted=False))
DESCRIBE = (
    AREA,
    Asked(name="unit_kind", word=lazy_gettext("单位类型"), kind="one", at="combination.unit_kind",
          wanted=False, options=_said(said.UNIT_KINDS)),
    Asked(name="post_level", word=lazy_gettext("岗位层级"), kind="one", at="combination.post_level",
          wanted=False, options=_said(said.POST_LEVELS)),
    Asked(name="place", word=lazy_gettext("地方"), kind="one", at="combination.place", wanted=False,
          options=places),
    Asked(name="month", word=lazy_gettext("月份"), at="combination.month", most=7, wanted=False,
          hint=lazy_gettext("写成 2026-04 这样，或者不写。")),
    Asked(name="situation", word=lazy_gettext("情形"), kind="one", at="combination.situation", wanted=False,
          options=situations),
    Asked(name="shown_in", word=lazy_gettext("给哪里的人看"), kind="one", wanted=False, options=places))
CHECKERS = (Asked(name="officer_ids", word=lazy_gettext("两名审核人"), kind="several", options=others),)
ADD_MASK = (Asked(name="words", word=lazy_gettext("案例里的原字")),
            Asked(name="replacement", word=lazy_gettext("换成"), most=40))
WITHDRAW = (Asked(name="reason", word=REASON, rows=4, most=2000),)
PUBLISH = (Asked(name="valid_until", word=lazy_gettext("有效期到哪天（不填按规定）"), kind="date",
                 wanted=False),)
READERS = (Asked(name="officer_ids", word=lazy_gettext("学习人员"), kind="several",
                 options=lambda _: {each.officer_id: each.name for each in forms.officers()}),
           Asked(name="read_by", word=lazy_gettext("到哪天读完"), kind="date"))


def in_lines(sent: Content) -> Content:
    """What has one a line, as a list."""
    text = sent["text"]
    return {**sent, "text": {**text, **{
        name: [each.strip() for each in text.get(name, "").splitlines() if each.strip()]
        for name in LISTED}}}


def described(sent: Content) -> Content:
    """What is left out says nothing."""
    told = {name: value for name, value in sent["combination"].items() if value is not None}
    return {**sent, "combination": told, "shown_in": sent.get("shown_in") or ""}


def decided(form: Form, entry: Answer) -> Content:
    """Of each mask of which something was chosen."""
    return {"decisions": [
        {"number": each["number"], "choice": form[f"choice-{each['number']}"],
         "replacement": typed(form, f"replacement-{each['number']}"),
         "reason": typed(form, f"reason-{each['number']}")}
        for each in entry["masks"] if form.get(f"choice-{each['number']}")]}


def as_written(entry: Answer) -> Content:
    """The words, as the form holds them."""
    text = entry["original"]
    return {**text, **{name: "\n".join(text[name]) for name in LISTED}}


def as_described(entry: Answer) -> Content:
    """What was said before."""
    return {**entry["combination"], "area": entry["area"], "shown_in": entry["shown_in"]}


def as_decided(entry: Answer) -> Content:
    """What was decided before; where nothing was, the replacement that is proposed."""
    return {f"{name}-{each['number']}": each[name] for each in entry["masks"]
            for name in ("choice", "replacement", "reason") if (name, each[name]) != ("choice", "open")}
