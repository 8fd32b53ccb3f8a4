"""What every page has: who is signed in, the rail of their roles, the language, how a refusal is shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import abort, current_app, g, has_app_context, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, lazy_gettext
from markupsafe import Markup

import services
from rongcuo.contracts.errors import CaseError
from services.gateway.console.listing.counts import open_in
from services.gateway.console.page.csrf import TYPED_BY, form_token, mark, typed_words
from services.gateway.console.page.language import in_english

Page = Callable[..., ResponseReturnValue]


@dataclass(frozen=True)
class RailEntry:
    """A page in the left rail, for those with one of the roles. `covers`: where addresses of it begin."""

    page: str
    word: LazyString
    icon: str
    roles: frozenset[str]
    covers: tuple[str, ...]


LEFT = {
    **dict.fromkeys(("recuse", "recuse_member"),
                    lazy_gettext("已回避。这件事不再向您显示，由其他人继续办理。")),
    "discard": lazy_gettext("草稿已放弃。"),
    "register_sanction": lazy_gettext("已登记，由负责人核对、分派。分派给您的，会出现在这里。"),
    "hand_up": lazy_gettext("已移送上级机关，由上级机关继续办理，本单位不再看到。")}
NAMES = {"zh": "中文", "en": "English"}
FILERS = frozenset({"filer"})
READERS = frozenset({"filer", "reviewer", "lead", "supervisor"})
MEMBERS = frozenset({"member"})
CASEWORK = frozenset({"reviewer", "lead"})
JUDGED = ("/determinations", "/clue-disposals")
RAIL = (
    RailEntry("console.work_list", lazy_gettext("工作台"), "list", CASEWORK, ("/work", "/reviews")),
    RailEntry("console.meetings", lazy_gettext("会议"), "people", MEMBERS, ("/meetings",)),
    RailEntry("console.determinations", lazy_gettext("认定"), "scales", MEMBERS | {"supervisor"}, JUDGED),
    RailEntry("console.filings", lazy_gettext("报备"), "register", READERS, ("/filings",)),
    RailEntry("console.new_filing", lazy_gettext("新建报备"), "new", FILERS, ("/filings/new",)),
    RailEntry("console.determinations", lazy_gettext("认定"), "scales", CASEWORK, JUDGED),
    RailEntry("console.determinations", lazy_gettext("我的认定"), "scales", FILERS, JUDGED),
    RailEntry("console.meetings", lazy_gettext("会议"), "people", CASEWORK, ("/meetings",)),
    RailEntry("console.appeals", lazy_gettext("申诉"), "appeal", READERS | MEMBERS, ("/appeals",)),
    RailEntry("console.tasks", lazy_gettext("待办任务"), "tick", CASEWORK | MEMBERS, ("/tasks",)),
    RailEntry("console.people", lazy_gettext("人员"), "people", frozenset({"registrar"}), ("/people",)),
    RailEntry("console.units", lazy_gettext("单位名录"), "building", frozenset({"registrar"}), ("/units",)),
    RailEntry("console.operations", lazy_gettext("运行"), "gear", frozenset({"operator"}), ("/operations",)),
)


def rail_of(roles: set[str]) -> list[RailEntry]:
    """The entries for these roles, in order; a page once, by the first word for it."""
    pages: dict[str, RailEntry] = {}
    brought = brought_here("RAIL")
    for entry in (*RAIL, *brought):
        if entry.roles & roles:
            pages.setdefault(entry.page, entry)
    return list(pages.values())


def brought_here(what: str) -> Iterator[Any]:
    """What the services of this installation bring under this name."""
    present = current_app.extensions["settings"].present if has_app_context() else services.NAMES
    return (each for part in services.pages() if part.__name__.split(".")[1] in present
            for each in getattr(part, what, ()))


def lists_beside(roles: set[str]) -> list[tuple[LazyString, str]]:
    """What a service with more lists than the rail holds brings as `LISTS`: each a page, its word, and who
    works on it."""
    return [(word, url_for(page)) for page, word, whose in brought_here("LISTS") if whose & roles]


def here_in(entries: list[RailEntry]) -> RailEntry | None:
    """The entry to which the present page belongs: the one that covers most of its address."""
    covering = [(len(start), entry) for entry in entries for start in entry.covers
                if request.path.startswith(start)]
    return max(covering, key=lambda each: each[0])[1] if covering else None


def home_of(roles: set[str]) -> str:
    """The page where these roles begin."""
    entries = rail_of(roles)
    return entries[0].page if entries else "console.inbox"


def signed_in(page: Page) -> Page:
    """Only for people who have signed in; others are sent to sign in and come back."""

    @wraps(page)
    def guarded(**arguments: Any) -> ResponseReturnValue:
        if not g.get("person") and "HX-Request" in request.headers:
            return "", 401  # a part of a page: the sign-in page must not be put into it
        if not g.get("person"):
            return asked_to_sign_in()
        return page(**arguments)

    return guarded


def for_casework(page: Page) -> Page:
    """Only for reviewers and leads who have signed in: others are refused before they fill in a form."""

    @wraps(page)
    def guarded(**arguments: Any) -> ResponseReturnValue:
        if not CASEWORK & set(g.person["roles"]):
            raise CaseError("forbidden")
        return page(**arguments)

    return signed_in(guarded)


def asked_to_sign_in() -> ResponseReturnValue:
    """Sent to sign in and come back; a form that came too late takes its words along."""
    here = request.full_path.rstrip("?")
    words = typed_words() if request.method == "POST" else ""
    return carried_to_sign_in(here, words) if words else redirect(url_for("console.sign_in", next=here))


def carried_to_sign_in(here: str, words: str) -> ResponseReturnValue:
    """The sign-in form, with the words of another."""
    return render_template("console/sign_in.html", next=here, words=words, username="", password_set=False,
                           demonstration=current_app.extensions["settings"].demonstration), 401


def own_address(address: str) -> str:
    """`address` if it lies within the console, else the beginning: nobody is led elsewhere. What browsers
    leave out of an address, or take for a slash, stands in none of ours."""
    inside = address.startswith("/") and not address.startswith("//")
    return address if inside and address.isprintable() and "\\" not in address else url_for("console.home")


def form_fields() -> Markup:
    """The hidden fields of every form; of somebody's own, also whose it is."""
    if not g.get("person"):
        return form_token()
    typed_by = Markup('<input type="hidden" name="{}" value="{}">')
    return form_token() + typed_by.format(TYPED_BY, mark(g.person["officer_id"]))


def frame() -> dict[str, Any]:
    """What the base template needs. `labels`, `places`: what the form calls its fields, and where they
    are, noted as they are drawn. `in_chinese`: the mark of what a pack says in Chinese only. `open_pages`:
    what services have for whoever comes along, each with its word."""
    asked: Callable[[], int] = g.get("unread", int)     # how many messages wait; for a stranger none
    g.unread = int      # a page that says that this could not be told does not ask again
    unread = asked()
    g.unread = lambda: unread
    language = "en" if in_english() else "zh"
    other = "zh" if language == "en" else "en"
    rail = rail_of(set(g.person["roles"])) if g.get("person") else []
    return {"language": language, "other_language": other, "other_language_name": NAMES[other],
            "person": g.get("person"), "rail": rail, "rail_here": here_in(rail), "form_token": form_fields,
            "unread": unread, "open_in": open_in,
            "left": LEFT.get(request.args.get("left", "")), "errors": {}, "labels": {}, "places": {},
            "open_pages": [page for part in services.pages() for page in getattr(part, "OPEN", ())],
            "in_chinese": Markup(' lang="zh-CN"') if language == "en" else ""}


def shown(problem: dict[str, Any], template: str = "console/problem.html",
          **context: Any) -> ResponseReturnValue:
    """A page that says what went wrong, also at each field, and keeps what was typed."""
    g.refused = True
    told = {"problem": problem, "errors": problem["errors"]} | context
    return render_template(template, **told), int(problem["status"])


def number_or_404(text: str, most: int) -> int:
    """A whole number between 1 and `most` from an address, written in no other way than ours."""
    if text not in map(str, range(1, most + 1)):
        abort(404)
    return int(text)
