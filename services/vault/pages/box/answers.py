"""What somebody types into the box, page by page: what is carried along in the form, and what is wrong with
it. Each page is checked when it is left, and all once more before anything is sent."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import load
from rongcuo.contracts.vault.report_form import AboutWhom, HowPage, Signing, WhatPage, WhoPage
from rongcuo.policy.pack import Pack
from rongcuo.texts.secrecy import marked_secret
from services.gateway.console.page.forms import Form, typed
from services.vault.pages.at_the_door import betraying

PAGES = ("begin", "what", "how", "who", "check")
ROWS = range(3)     # of whom it is about
ROW = ("name", "unit", "post")
NAMES: Mapping[str, tuple[str, ...]] = {
    "begin": ("organ_id",),
    "what": (*(f"{field}-{row}" for row in ROWS for field in ROW),
             "what", "place", "act_from", "act_until", "categories"),
    "how": ("source", "material"),
    "who": ("signing", "own_name", "id_number", "phone", "email", "address"),
    "check": (),
}
IDENTIFYING = frozenset(NAMES["who"]) - {"signing"}
TELLING = sorted(IDENTIFYING - {"address"})     # which may well be that of the unit
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """All of it, as it is sent."""

    people: tuple[AboutWhom, ...]
    what: WhatPage
    how: HowPage
    who: WhoPage


def carried(form: Form, page: str) -> list[tuple[str, str]]:
    """What a page takes along in hidden fields: all that is not typed there. Whoever stays anonymous takes no
    name along."""
    dropped = IDENTIFYING if form.get("signing") == Signing.ANONYMOUS else frozenset()
    return [(name, value) for other, names in NAMES.items() if other != page
            for name in names if name not in dropped for value in form.getlist(name)]


def checked(page: str, form: Form, pack: Pack, today: date) -> None:
    """Raises `invalid` with all that is wrong on the page, `clarify.marked_secret`."""
    if page in CHECKS:
        CHECKS[page](form, pack, today)


def answers(form: Form, pack: Pack, today: date) -> Answers:
    """Raises as `checked` does, for the first page where something is wrong."""
    for page in PAGES:
        checked(page, form, pack, today)
    people = tuple(load(AboutWhom, _row(form, row)) for row in ROWS if _names(form, row))
    return Answers(people=people, what=load(WhatPage, _what(form, pack)), how=load(HowPage, _how(form)),
                   who=load(WhoPage, _who(form)))


def _check_what(form: Form, pack: Pack, today: date) -> None:
    fields = _wrong(WhatPage, _what(form, pack))
    for row in ROWS:
        fields |= {f"{field}-{row}": said for field, said in _wrong(AboutWhom, _row(form, row)).items()}
    who = _who(form)
    betrayed = betraying((_row(form, row) for row in ROWS), (who[name] for name in TELLING))
    fields |= {f"{field}-{row}": ["who reports"] for row, field in betrayed}
    posts_alone = [row for row in ROWS if row and typed(form, f"post-{row}") and not _names(form, row)]
    fields |= {f"name-{row}": ["whose post it is"] for row in posts_alone}
    first, last = (_date(typed(form, name)) for name in ("act_from", "act_until"))
    _refuse(fields, [code for code, so in (
        ("vault.reporter_beside_reported", betrayed),
        ("vault.nobody_named", not _names(form, 0)),
        ("vault.act_ends_early", first and last and last < first),
        ("vault.act_to_come", first and first > today)) if so])
    _refuse_secrets(form, "what")


def _check_how(form: Form, *_: Any) -> None:
    _refuse(_wrong(HowPage, _how(form)), [])
    _refuse_secrets(form, "how")


def _check_who(form: Form, *_: Any) -> None:
    real = form.get("signing") == Signing.REAL_NAME
    reached = any(typed(form, name) for name in ("phone", "email", "address"))
    _refuse(_wrong(WhoPage, _who(form)), [code for code, so in (
        ("vault.own_name_missing", real and not typed(form, "own_name")),
        ("vault.no_way_to_reach", real and not reached)) if so])


CHECKS: Mapping[str, Callable[[Form, Pack, date], None]] = {
    "what": _check_what, "how": _check_how, "who": _check_who}


def _refuse(fields: Mapping[str, Any], codes: list[str]) -> None:
    failures = [{"code": code, "details": {}} for code in codes]
    if fields or failures:
        raise CaseError("invalid", details={"fields": dict(fields), "failures": failures})


def _refuse_secrets(form: Form, page: str) -> None:
    """Before it goes anywhere."""
    if marked_secret(*(value for name in NAMES[page] for value in form.getlist(name))):
        raise CaseError("clarify.marked_secret")


def _wrong(contract: type[Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The sentences by field; none where it is well."""
    try:
        load(contract, given)
    except CaseError as mistake:
        return dict(mistake.details["fields"])
    return {}


def _what(form: Form, pack: Pack) -> dict[str, Any]:
    """Kinds that the organ's pack does not have are left out: another organ was chosen meanwhile."""
    kinds = [kind for kind in form.getlist("categories") if pack.reports.knows(kind)]
    return {"what": typed(form, "what"), "place": typed(form, "place"), "categories": kinds,
            **{name: _day(typed(form, name)) for name in ("act_from", "act_until")}}


def _how(form: Form) -> dict[str, Any]:
    return {name: typed(form, name) for name in NAMES["how"]}


def _who(form: Form) -> dict[str, Any]:
    """Of somebody anonymous nothing is taken, whatever was typed before."""
    named = form.get("signing") == Signing.REAL_NAME
    return {"signing": form.get("signing", ""), **{name: typed(form, name) if named else ""
                                                   for name in sorted(IDENTIFYING)}}


def _row(form: Form, row: int) -> dict[str, str]:
    return {field: typed(form, f"{field}-{row}") for field in ROW}


def _names(form: Form, row: int) -> bool:
    return bool(typed(form, f"name-{row}") or typed(form, f"unit-{row}"))


def _day(written: str) -> str | None:
    """As a browser writes it, or as somebody does where the browser has no field for days."""
    parts = _DIGITS.findall(written)
    return "-".join(part.zfill(2) for part in parts) if len(parts) == 3 else written or None


def _date(written: str) -> date | None:
    """None also for what is no day, which is said elsewhere."""
    try:
        return date.fromisoformat(_day(written) or "")
    except ValueError:
        return None
