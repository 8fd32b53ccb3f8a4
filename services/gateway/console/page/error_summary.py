"""What stands above a form that was refused: a link to each field where something is to be mended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, gettext, lazy_gettext

from services.gateway.console.page.field_words import FIELDS
from services.gateway.console.page.form_errors import Sentences

OF_FIELDS = "invalid"   # says no more than that fields are wrong
HEADINGS: Mapping[int, LazyString] = {
    403: lazy_gettext("这件事现在不能由您来办"), 404: lazy_gettext("没有找到这一页"),
    503: lazy_gettext("系统暂时没有应答"), 504: lazy_gettext("系统暂时没有应答"),
}
OTHERWISE = lazy_gettext("这一步没有办成")


@dataclass(frozen=True)
class Line:
    """`place`: the address of the field, where this page or another has it. A sentence that stands at its
    field is not said again."""

    called: str
    place: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Summary:
    title: str
    lines: tuple[Line, ...]


def heading(status: int) -> str:
    """What a page that only says no is headed."""
    return str(HEADINGS.get(status, OTHERWISE))


def summary_of(problem: Mapping[str, Any], places: Mapping[str, str], labels: Mapping[str, Any]) -> Summary:
    """`places` and `labels`: where the page that was drawn has its fields, and what it calls them."""
    errors: Sentences = problem.get("errors", {})
    lines = tuple(dict.fromkeys((*_at_fields(errors, places, labels),
                                 *(Line("", sentence=each) for each in problem.get("sentences", ())))))
    said = {sentence for sentences in errors.values() for sentence in sentences}
    known = problem["code"] == OF_FIELDS or any(each.startswith(problem["title"]) for each in said)
    if errors and known:
        return Summary(gettext("要改的有 %(n)s 处。", n=len(lines)), lines)
    return Summary(problem["title"], tuple(line for line in lines if line.sentence != problem["title"]))


def _at_fields(errors: Sentences, places: Mapping[str, str], labels: Mapping[str, Any]) -> Iterator[Line]:
    drawn = {name: number for number, name in enumerate(places)}
    for name, sentences in sorted(errors.items(), key=lambda each: drawn.get(each[0], len(drawn))):
        called, place = str(labels.get(name) or FIELDS.get(name, name)), places.get(name, "")
        if place and not place.startswith("/"):
            yield Line(called, f"#{place}")
        else:
            yield Line(called, place, " ".join(sentences))
