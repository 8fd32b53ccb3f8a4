"""What a person typed, put into a command's content. Shapes only; the service judges. Whom a form can name.

A form that replaces or decides is sent with the tag of the view that was read. Where something else stands by
now, it comes back with what was typed, beside what stands.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from flask import g, request
from werkzeug.datastructures import MultiDict

import services
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from rongcuo.texts.naming import names
from services.gateway.console.page.backend import Answer, ask, view
from services.gateway.session import actor_of
from services.gateway.uploads import take_all

_LOCAL = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})(:[0-9]{2})?")
OVERTURNED = "overturned-"    # the names of the fields about items of the negative list
KEPT = "kept_file"   # the digest of a file that was taken in with a form that came back
AS_READ = "as_read"   # the hidden field with the tag of the view from which the form was made
Form = MultiDict[str, str]
Content = dict[str, Any]
Reader = Callable[[Form, Content], Content]


def nothing(*_: Any) -> Content:
    """Where a command takes nothing but the id, and a form needs nothing but the matter."""
    return {}


def typed(form: Form, name: str) -> str:
    """A field's text, without the browser's line ends."""
    return form.get(name, "").replace("\r\n", "\n").strip()


def yes_or_no(form: Form, name: str, yes: str = "1") -> bool | None:
    """What was chosen of two; who chose neither has said neither, and the service asks for it."""
    return form[name] == yes if form.get(name) else None


def said(*same: str, **fields: str) -> Reader:
    """The command's fields, each from the form's field of the same name, or of another:
    `said("body", reasons="words")`."""
    named = {**dict(zip(same, same, strict=True)), **fields}
    return lambda form, _: {field: typed(form, name) for field, name in named.items()}


def ticked(name: str) -> Reader:
    """A field of the command that holds all that was ticked."""
    return lambda form, _: {name: form.getlist(name)}


def moment(form: Form, name: str) -> str:
    """A local time as a browser writes it, with its zone; anything else goes on as it was typed."""
    written = typed(form, name)
    local = _LOCAL.fullmatch(written)
    return f"{local[1]}{local[2] or ':00'}+08:00" if local else written


def led_by(form: Form, _: Content) -> Content:
    """The ticked officers, the one who leads them first."""
    chosen, leader = form.getlist("officer_ids"), form.get("leader", "")
    return {"officer_ids": sorted(chosen, key=lambda officer: officer != leader)}


def files() -> list[Content]:
    """The files chosen in the form, and those that it brought before it was refused, taken in and referred
    to; what a reporter gave on paper, by the vault (`Act.of_reporter`). Raises `attachment.…`, `vault.…`."""
    g.kept_files, kept, by = {}, request.form.getlist(KEPT), actor_of(g.person)
    of_reporter = g.get("files_of")
    brought = (ask(ATTACHMENT, sha256=sha256) for sha256 in kept)
    for taken in (chain(brought, take_all(request, by)) if of_reporter is None
                  else papers_taken_in(by, of_reporter, kept)):
        g.kept_files[taken["sha256"]] = reference(taken)    # the same file again is no other
    return kept_files()


def papers_taken_in(by: Actor, reporter_ref: str, kept: Sequence[str]) -> Iterable[Content]:
    """By the part of the gateway that seals."""
    take, = (part.take_in_papers for part in services.pages() if hasattr(part, "take_in_papers"))
    taken: Iterable[Content] = take(by, reporter_ref, kept)
    return taken


def reference(file: Content) -> Content:
    """A file as commands name it."""
    return {name: file[name] for name in ("name", "sha256", "size", "media_type")}


def kept_files() -> list[Content]:
    """The files of a form that comes back: nobody has to choose them again."""
    return list(g.get("kept_files", {}).values())


def terms(form: Form) -> Content:
    """What a decision says beside its outcome."""
    due_on, what = form.get("due_on") or None, typed(form, "rectification")
    level = form.get("discipline_form", "0")
    return {"reasons": typed(form, "reasons"), "cited": form.getlist("cited"),
            "discipline_form": int(level) if level in tuple("01234") else level,
            "measure": typed(form, "measure"), "effects": typed(form, "effects"),
            "conditions": [line.strip() for line in typed(form, "conditions").splitlines() if line.strip()],
            "rectification": {"what": what, "due_on": due_on} if what or due_on else None}


def decision(form: Form, _: Content) -> Content:
    """An outcome with its terms; where they were given, the person's consent and the items overturned."""
    signed = {"words": typed(form, "consent_words"), "given_on": form.get("consent_on") or None,
              "attachments": files()}
    items = {name.removeprefix(OVERTURNED): typed(form, name) for name in form if name.startswith(OVERTURNED)}
    overturned = [{"item": item, "reason": reason} for item, reason in items.items() if reason]
    return {"outcome": form.get("outcome", ""), "terms": terms(form),
            **({"consent": signed} if any(signed.values()) else {}),
            **({"overturned": overturned} if overturned else {})}


def tag_as_read(form: Form) -> str:
    """The tag of the view from which the form was made."""
    return form.get(AS_READ, "")


def tags_as_read(form: Form) -> dict[str, str]:
    """The same of each line of a list, by its id."""
    return {tag.rpartition(":")[0]: tag for tag in form.getlist(AS_READ)}


def require_as_read(form: Form, view: Answer) -> None:
    """Raises `changed_meanwhile` before somebody confirms what they could not know of."""
    if tag_as_read(form) not in ("", view["tag"]):
        raise CaseError("changed_meanwhile")


def is_stale(mistake: CaseError) -> bool:
    """Whether something else stands by now."""
    return mistake.code == "changed_meanwhile"


def officers(role: str = "") -> tuple[OfficerView, ...]:
    """The organ's officers, of one role or of any."""
    return view(OFFICERS, organ_id=g.person["organ_id"], role=role).officers


def in_doubt(case: Answer, among: Iterable[OfficerView]) -> list[OfficerView]:
    """Who of them the filer names as having a part, by id or by name, and the organ has not looked at yet."""
    looked_at = {*case["cleared"], *(recusal["officer_id"] for recusal in case["recusals"])}
    return [officer for officer in among if officer.officer_id in case["named"]
            or (officer.officer_id not in looked_at
                and any(names(words, officer.name) for words in case["named_in_words"]))]


def reviewers(_: Answer) -> Content:
    """Who can hold a case or work on it."""
    return {"officers": officers("reviewer")}


def judges() -> dict[str, OfficerView]:
    """Who can sit in a meeting or on a panel, by id; the members of joint meetings first."""
    return {officer.officer_id: officer for role in ("member", "reviewer", "lead")
            for officer in officers(role)}
