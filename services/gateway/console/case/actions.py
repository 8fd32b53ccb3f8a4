"""What can be done to a matter: a form and a command each. Adverse ones are looked at twice first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString

from rongcuo.contracts.documents.operations import DRAFT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.rehearsal import rehearsal_of
from services.gateway.console.case.gaps import acknowledged, before
from services.gateway.console.case.history import told_by
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer, ask, ask_if_visible, do
from services.gateway.console.page.csrf import FIELD, FORM_ID, TYPED_BY
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import KEPT, Content, Form, kept_files
from services.gateway.console.page.labels import Words
from services.gateway.console.page.layout import shown

STEPS_BACK = frozenset({"recuse", "recuse_member"})
REHEARSAL = "rehearsal"     # stands for the command's id: nothing is carried out
UPLOADS = "/attachments"  # an address that ends so may bring files, and take its time
PAPERS = "/papers"        # the same of a reporter: files that lie on no disk
_PLACE = {(False, False): "", (True, False): UPLOADS, (True, True): PAPERS}
OF_THE_PAGE = frozenset({FIELD, FORM_ID, TYPED_BY, "step", KEPT})


def always(_: Answer) -> bool:
    """Looked at twice whatever the matter."""
    return True


def never(_: Answer) -> bool:
    """Done at once."""
    return False


@dataclass(frozen=True, kw_only=True)
class Act:
    """`verb` is the word in `allowed`, `word` the one on the button; `fields` names the template of the form.

    `read_by`: who reads the words that it asks for. `told`: who learns of it, and what they will receive.
    `choices`: what the form offers; `typed`: what it holds at first. What is `adverse` can be rehearsed, or
    calls for no letter. `reason_at`: the id of the form's field `reason`, where it stands on a page beside
    others. `about`: the fields that say what of the matter it is about, of which each has a form of its own,
    whose unsent words are kept apart. `of_reporter`: its files are what a reporter gave on paper, which only
    the vault takes in. `leaves`: the list to go on to, where the organ no longer sees the matter afterwards.
    """

    verb: str
    command: Command[Any, Any]
    word: LazyString
    fields: str = "words"
    label: LazyString | str = ""
    hint: LazyString | str = ""
    read_by: Reader | None = None
    wanted: bool = True
    read: Callable[[Form, Answer], Content] = forms.nothing
    adverse: Callable[[Answer], bool] = never
    told: tuple[tuple[LazyString, LazyString], ...] = ()
    choices: Callable[[Answer], Content] = forms.nothing
    typed: Callable[[Answer], Content] = forms.nothing
    tab: str = ""
    reason_at: str = "reason"
    uploads: bool = False
    of_reporter: bool = False
    rehearsed: bool = True
    about: tuple[str, ...] = ()
    leaves: str = ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of matter: `name` is the console's page, `query` asks for one, `key` is the id's name, `listed`
    its list. `adding`: verbs that replace and decide nothing: what they say stands beside whatever happened
    meanwhile. `template`: the page of a form; `around`: what that shows of the matter with an id, where it is
    the matter's own page, on which all its forms stand. `verbs`: its own words for what happens to it."""

    name: str
    query: Query[Any, Any]
    key: str
    listed: str
    acts: Mapping[str, Act]
    adding: frozenset[str] = frozenset()
    template: str = "console/act/page.html"
    around: Callable[[str], Content] | None = None
    verbs: Words = field(default_factory=dict)

    def found(self, matter_id: str, *, gone: bool = False) -> Answer:
        """The matter, as far as the person may see it. `gone`: its id alone where a first try may have put it
        out of their sight: its service knows that try, and answers it again."""
        asked = {self.key: matter_id}
        return ask_if_visible(self.query, **asked) or asked if gone else ask(self.query, **asked)

    def page(self, matter: Answer, tab: str = "") -> str:
        """The matter's address, or that of a tab of its page."""
        asked: dict[str, Any] = {self.key: matter[self.key], **({"tab": tab} if tab else {})}
        return url_for(f"console.{self.name}", **asked)

    def told(self, matter: Answer) -> list[dict[str, Any]]:
        """What happened, in words."""
        return told_by({**matter, "history": [
            {**each, "what": str(self.verbs.get(each["what"], each["what"]))} for each in matter["history"]]})

    def address(self, matter: Answer, verb: str, **more: str) -> str:
        """Where an act's form is."""
        asked: dict[str, Any] = {self.key: matter[self.key], "verb": verb, **more}
        return url_for(f"console.{self.name}_act", **asked)


def act_page(kind: Kind, matter_id: str, verb: str) -> ResponseReturnValue:
    """Show an act's form; sent, look at it again where it is adverse, and do it."""
    act = kind.acts.get(verb)
    if act is None:
        raise CaseError("not_found")
    parts = bool(act.leaves) or verb in STEPS_BACK
    matter = kind.found(matter_id, gone=parts and request.method == "POST")
    g.files_of = matter["reporter_ref"] if act.of_reporter else None
    if request.method != "POST":
        return render_template(kind.template, **_context(kind, matter, act, Form(act.typed(matter))))
    step = request.form.get("step", "")
    try:
        if step == "again":
            if act.uploads:
                forms.files()     # what was taken in comes back with the form
            return render_template(kind.template, **_context(kind, matter, act, request.form))
        if act.adverse(matter) and step != "confirmed":
            return _looked_at(kind, matter, act)
        do(act.command, "" if verb in kind.adding else forms.tag_as_read(request.form),
           **_step(kind, matter, act))
    except CaseError as mistake:
        anew = parts or (forms.is_stale(mistake) and not kind.around)
        now = kind.found(matter_id) if anew else matter
        return shown(explained(mistake), kind.template, **_context(kind, now, act, request.form))
    return redirect(_afterwards(kind, matter, act))


def _afterwards(kind: Kind, matter: Answer, act: Act) -> str:
    """The matter's page, or, where that is not the person's to see any more, a list with a word of why."""
    if act.leaves:
        return url_for(act.leaves, left=act.verb)
    if act.verb in STEPS_BACK and ask_if_visible(kind.query, **{kind.key: matter[kind.key]}) is None:
        return url_for(kind.listed, left=act.verb)
    return kind.page(matter, act.tab)


def _looked_at(kind: Kind, matter: Answer, act: Act) -> ResponseReturnValue:
    """What would be refused is refused here already."""
    if act.verb not in kind.adding:
        forms.require_as_read(request.form, matter)
    step = _step(kind, matter, act)
    kept = [(KEPT, file["sha256"]) for file in kept_files()]    # the files that were taken in
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in OF_THE_PAGE]
    return render_template(
        "console/act/preview.html", matter=matter, act=act, typed=request.form, kept=typed + kept,
        letters=drafted(act.command, **step) if act.rehearsed else [], address=request.path,
        back=kind.page(matter), kept_files=kept_files(), **act.choices(matter))


def _step(kind: Kind, matter: Answer, act: Act) -> dict[str, Any]:
    return {kind.key: matter[kind.key], **act.read(request.form, matter),
            **acknowledged(before(matter, act.verb))}


def drafted(command: Command[Any, Any], **step: Any) -> list[Answer]:
    """The letters that a step would call for, in words. Raises what the step itself would be refused for."""
    told = ask(rehearsal_of(command), command_id=REHEARSAL, **step)["told"]
    return [letter for each in told if (letter := _draft(each))["name"]]


def _draft(event: Answer) -> Answer:
    """Without its words where documents can't give them now: that holds up no decision."""
    try:
        return ask(DRAFT, **event)
    except CaseError:
        return {"name": ""}


def _context(kind: Kind, matter: Answer, act: Act, typed: Form) -> dict[str, Any]:
    if kind.around:
        return {"typed": typed, "refused": act.verb, **kind.around(matter[kind.key])}
    words = {name: value for name, value in act.typed(matter).items() if isinstance(value, str) and value}
    # What the form would replace, and the last that happened: for whoever typed it before that.
    stands = {"words": words, "entries": kind.told(matter)[-3:]}
    about = "&".join(typed.get(name, "") for name in act.about)
    return {"matter": matter, "act": act, "typed": typed, "about": about, "back": kind.page(matter),
            "address": kind.address(matter, act.verb) + (_PLACE[act.uploads, act.of_reporter]),
            "kept_files": kept_files(),
            "stands": stands,
            "adds": act.verb in kind.adding, **act.choices(matter)}
