"""The fields of a programme's forms, each said once: what it is called, what it may be, where it goes in the
command. A code is held in a list: only texts are read out to somebody whose form was overtaken."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString

from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, typed

CHOSEN = ("one", "place", "several", "read")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`at`: the path in the command, where it is not the name alone. `rows`: of a longer text; `kind`: text,
    date, number, one, place (one by its number), several, flag or read (shown, and sent as its code);
    `options`: to choose from, or made of the
    matter."""

    name: str
    word: LazyString
    at: str = ""
    kind: str = "text"
    rows: int = 0
    most: int = 200
    wanted: bool = True
    hint: LazyString | str = ""
    options: Mapping[Any, Any] | Callable[[Answer], Mapping[Any, Any]] | None = None

    def offers(self, matter: Answer) -> list[tuple[str, str]]:
        found = self.options(matter) if callable(self.options) else self.options or {}
        return [(str(code), str(said)) for code, said in found.items()]


def reader(fields: Iterable[Asked], *, files: str = "") -> forms.Reader:
    """What the form sends; `files`: the path of its papers, where it has any."""
    known = tuple(fields)

    def read(form: Form, _: Answer) -> Content:
        sent: Content = {}
        for each in known:
            if (value := _value(form, each)) is not None:
                _put(sent, each.at or each.name, value)
        if files:
            _put(sent, files, forms.files())
        return sent
    return read


def offering(fields: Iterable[Asked]) -> Callable[[Answer], Content]:
    """The fields as a template shows them; and whether something has to be chosen of nothing."""
    known = tuple(fields)
    def offered(matter: Answer) -> Content:
        shown = [(each, each.offers(matter)) for each in known]
        return {"fields": shown, "nothing_to_choose": any(
            each.wanted and each.kind in CHOSEN and not offers for each, offers in shown)}
    return offered


def _value(form: Form, asked: Asked) -> Any:
    if asked.kind == "several":
        return form.getlist(asked.name)
    if asked.kind == "flag":
        return bool(form.get(asked.name))
    written = typed(form, asked.name)
    if asked.kind in ("number", "place"):
        return int(written) if written.isdecimal() else written or (None if not asked.wanted else "")
    if asked.kind == "date":
        return written or None
    if asked.kind == "one":
        return form.get(asked.name, "") or (None if not asked.wanted else "")
    return written


def _put(sent: Content, path: str, value: Any) -> None:
    *folders, name = path.split(".")
    for folder in folders:
        sent = sent.setdefault(folder, {})
    sent[name] = value
