"""What can be done to a matter: a form and a command each. Adverse ones are looked at twice first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.readers import Reader
from services.gateway.console.as_read import is_stale, require_as_read, tag_as_read
from services.gateway.console.backend import Answer, ask, ask_if_visible, do
from services.gateway.console.drafts import drafted
from services.gateway.console.forms import KEPT, Content, Form, files, kept_files, nothing
from services.gateway.console.frame import shown
from services.gateway.console.gaps import acknowledged, before
from services.gateway.console.history import told_by
from services.gateway.console.kept_words import TYPED_BY
from services.gateway.console.mistakes import explained
from services.gateway.console.proof import FIELD, FORM_ID
from services.gateway.uploads import megabytes

STEPS_BACK = frozenset({"recuse", "recuse_member"})
UPLOADS = "/attachments"  # an address that ends so may bring files, and take its time
OF_THE_PAGE = frozenset({FIELD, FORM_ID, TYPED_BY, "step", KEPT})


def always(_: Answer) -> bool:
    """Looked at twice whatever the matter."""
    return True


def never(_: Answer) -> bool:
    """Done at once."""
    return False


def no_choices(_: Answer) -> Content:
    """The fields need nothing but the matter."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Act:
    """`verb` is the word in `allowed`, `word` the one on the button; `fields` names the template of the form.

    `read_by`: who reads the words that it asks for. `told`: who learns of it, and what they will receive.
    `choices`: what the form offers; `typed`: what it holds at first. What is `adverse` can be rehearsed.
    `reason_at`: the id of the form's field `reason`, where it stands on a page beside others.
    """

    verb: str
    command: Command[Any, Any]
    word: LazyString
    fields: str = "words"
    label: LazyString | str = ""
    hint: LazyString | str = ""
    read_by: Reader | None = None
    wanted: bool = True
    read: Callable[[Form, Answer], Content] = nothing
    adverse: Callable[[Answer], bool] = never
    told: tuple[tuple[LazyString, LazyString], ...] = ()
    choices: Callable[[Answer], Content] = no_choices
    typed: Callable[[Answer], Content] = no_choices
    tab: str = ""
    reason_at: str = "reason"
    uploads: bool = False
    leaves: bool = False    # the organ no longer sees the matter afterwards


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of matter: `name` is the console's page, `query` asks for one, `key` is the id's name. `adding`:
    verbs that replace and decide nothing: what they say stands beside whatever happened meanwhile."""

    name: str
    query: Query[Any, Any]
    key: str
    acts: Mapping[str, Act]
    adding: frozenset[str] = frozenset()

    def found(self, matter_id: str) -> Answer:
        """The matter, as far as the person may see it."""
        return ask(self.query, **{self.key: matter_id})

    def is_visible(self, matter: Answer) -> bool:
        """Whether it is still there for the person."""
        return ask_if_visible(self.query, **{self.key: matter[self.key]}) is not None

    def page(self, matter: Answer, tab: str = "") -> str:
        """The matter's address, or that of a tab of its page."""
        asked: dict[str, Any] = {self.key: matter[self.key], **({"tab": tab} if tab else {})}
        return url_for(f"console.{self.name}", **asked)

    def address(self, matter: Answer, verb: str, **more: str) -> str:
        """Where an act's form is."""
        asked: dict[str, Any] = {self.key: matter[self.key], "verb": verb, **more}
        return url_for(f"console.{self.name}_act", **asked)

    def sent_to(self, matter: Answer, act: Act) -> str:
        """Where an act's form is sent; one with files has an address of its own."""
        address = self.address(matter, act.verb)
        return address + UPLOADS if act.uploads else address


def act_page(kind: Kind, matter_id: str, verb: str) -> ResponseReturnValue:
    """Show an act's form; sent, look at it again where it is adverse, and do it."""
    matter, act = kind.found(matter_id), kind.acts.get(verb)
    if act is None:
        raise CaseError("not_found")
    if request.method != "POST":
        return _form(kind, matter, act, Form(act.typed(matter)))
    step = request.form.get("step", "")
    try:
        if step == "again":
            if act.uploads:
                files()     # what was taken in comes back with the form
            return _form(kind, matter, act, request.form)
        if act.adverse(matter) and step != "confirmed":
            return _looked_at(kind, matter, act)
        do(act.command, "" if verb in kind.adding else tag_as_read(request.form),
           **_step(kind, matter, act))
    except CaseError as mistake:
        now = kind.found(matter_id) if is_stale(mistake) else matter
        return shown(explained(mistake), "console/act/page.html", **_context(kind, now, act, request.form))
    return redirect(_afterwards(kind, matter, act))


def _afterwards(kind: Kind, matter: Answer, act: Act) -> str:
    """The matter's page, or, where that is not the person's to see any more, the list with a word of why."""
    if act.leaves:
        return url_for("console.work_list", left=act.verb)
    if act.verb in STEPS_BACK and not kind.is_visible(matter):
        return url_for(f"console.{kind.name}s", left=act.verb)
    return kind.page(matter, act.tab)


def _form(kind: Kind, matter: Answer, act: Act, typed: Form) -> ResponseReturnValue:
    return render_template("console/act/page.html", **_context(kind, matter, act, typed))


def _looked_at(kind: Kind, matter: Answer, act: Act) -> ResponseReturnValue:
    """What would be refused is refused here already."""
    if act.verb not in kind.adding:
        require_as_read(request.form, matter)
    step = _step(kind, matter, act)
    return render_template("console/act/preview.html", letters=drafted(act.command, **step),
                           **_context(kind, matter, act, request.form))


def _step(kind: Kind, matter: Answer, act: Act) -> dict[str, Any]:
    return {kind.key: matter[kind.key], **act.read(request.form, matter),
            **acknowledged(before(matter, act.verb))}


def to_keep(typed: Form) -> list[tuple[str, str]]:
    """What a page to check carries on to the confirmation, with the files that were taken in."""
    kept = [(KEPT, file["sha256"]) for file in kept_files()]
    return [(name, value) for name, value in typed.items(multi=True) if name not in OF_THE_PAGE] + kept


def _context(kind: Kind, matter: Answer, act: Act, typed: Form) -> dict[str, Any]:
    return {"matter": matter, "act": act, "typed": typed, "kept": to_keep(typed), "back": kind.page(matter),
            "address": kind.sent_to(matter, act), "kept_files": kept_files(),
            "attachment_megabytes": megabytes(), "stands": _stands(matter, act),
            "adds": act.verb in kind.adding, **act.choices(matter)}


def _stands(matter: Answer, act: Act) -> dict[str, Any]:
    """What the form would replace, and the last that happened: for whoever typed it before that."""
    words = {name: value for name, value in act.typed(matter).items() if isinstance(value, str) and value}
    return {"words": words, "entries": told_by(matter)[-3:]}
