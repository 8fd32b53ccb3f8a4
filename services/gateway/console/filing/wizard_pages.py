"""新建报备: five short steps, saved as one goes, and a page to check before it is sent."""

from functools import partial, reduce
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import operations
from rongcuo.contracts.followup.problem.operations import RISK_POINTS
from services.gateway.console import blueprint
from services.gateway.console.filing import wizard
from services.gateway.console.filing.wizard import EMPTY, PARTS, filled, with_file
from services.gateway.console.page.backend import (
    Answer,
    ask,
    ask_if_visible,
    do,
    pack_in_force,
    pack_of,
    unless_away,
)
from services.gateway.console.page.field_words import FIELDS
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, files, is_stale, kept_files, tag_as_read
from services.gateway.console.page.labels import STEPS
from services.gateway.console.page.layout import number_or_404, shown, signed_in

CHECK = len(PARTS)
STATEMENTS = PARTS.index("statements") + 1


@blueprint.route("/filings/new", methods=["GET", "POST"])
@signed_in
def new_filing() -> ResponseReturnValue:
    """The first step; the draft begins when it is saved."""
    if request.method != "POST":
        return _page(None, EMPTY, 1)
    content = filled(EMPTY, PARTS[0], request.form, pack_in_force().negative_list)
    try:
        draft = do(operations.DRAFT, content=content)
    except CaseError as mistake:
        return _page(None, content, 1, mistake)
    return redirect(url_for("console.edit_filing", filing_id=draft["filing_id"], step=2))


@blueprint.route("/filings/<filing_id>/edit/<step>", methods=["GET", "POST"])
@blueprint.route("/filings/<filing_id>/supplement/attachments", methods=["GET", "POST"],
                 defaults={"step": "1"}, endpoint="supplement")
@signed_in
def edit_filing(filing_id: str, step: str) -> ResponseReturnValue:
    """A step of the wizard, or, where a supplement is asked for, everything on one page. Whoever comes back
    to what has been sent sees its receipt."""
    filing, number = ask(operations.FILING, filing_id=filing_id), number_or_404(step, CHECK)
    supplementing, sent = "supplement" in filing["allowed"], bool(filing["number"])
    if sent and not supplementing and (request.method != "POST" or number == CHECK):
        return redirect(url_for("console.receipt", filing_id=filing_id))
    if request.method != "POST":
        return _page(filing, filing["content"], number, supplementing=supplementing)
    return _supplement(filing) if supplementing else _save(filing, number)


@blueprint.get("/filings/known-risks")
@signed_in
def known_risks() -> ResponseReturnValue:
    """The part of the page that follows the choice of a situation."""
    return render_template("console/edit/known_risks.html", known_risks=_known_risks(
        request.args.get("situation", "")))


@blueprint.post("/filings/<filing_id>/autosave/<step>")
@signed_in
def autosave(filing_id: str, step: str) -> ResponseReturnValue:
    """Save what is typed so far; answers the small line under the form."""
    filing = ask(operations.FILING, filing_id=filing_id)
    content = _typed(filing, (PARTS[number_or_404(step, CHECK) - 1],))
    try:
        tag = _revised(filing, content)
    except CaseError as mistake:
        return gettext("还没有保存：%(why)s", why=explained(mistake)["title"])
    return render_template("console/edit/saved.html", tag=tag), {"HX-Trigger": "saved"}


@blueprint.route("/filings/<filing_id>/attachments", methods=["GET", "POST"])
@signed_in
def attach(filing_id: str) -> ResponseReturnValue:
    """The step of statements with the files chosen there: both are kept, whichever button sent them."""
    if request.method != "POST":
        return redirect(url_for("console.edit_filing", filing_id=filing_id, step=STATEMENTS))
    filing, onward = ask(operations.FILING, filing_id=filing_id), bool(request.form.get("onward"))
    content = _typed(filing, ("statements",))
    try:
        chosen = files()
        if not chosen and not onward:
            raise CaseError("attachment.missing", "no file was chosen")
        content = reduce(with_file, chosen, content)
        _revised(filing, content)
    except CaseError as mistake:
        return _page(filing, content, STATEMENTS, mistake)
    return redirect(url_for("console.edit_filing", filing_id=filing_id, step=CHECK if onward else STATEMENTS))


def _typed(filing: Answer, parts: tuple[str, ...]) -> Content:
    content, pack = filing["content"], pack_of(filing)
    for part in parts:
        content = filled(content, part, request.form, pack.negative_list)
    return dict(content)


def _save(filing: Answer, step: int) -> ResponseReturnValue:
    content, saved = _typed(filing, (PARTS[step - 1],)), ""
    try:
        if step == CHECK:
            receipt = do(operations.SUBMIT, tag_as_read(request.form), filing_id=filing["filing_id"])
            return redirect(url_for("console.receipt", filing_id=receipt["filing_id"]))
        saved = _revised(filing, content)
        if PARTS[step - 1] in wizard.DAYS_OF:
            wizard.wrong_days(content, PARTS[step - 1], pack_of(filing), g.now)
    except CaseError as mistake:
        return _page(filing | {"tag": saved or filing["tag"]}, content, step, mistake, saved=bool(saved))
    return redirect(url_for("console.edit_filing", filing_id=filing["filing_id"], step=step + 1))


def _revised(filing: Answer, content: Content) -> str:
    """Save the draft; its new tag. Raises `changed_meanwhile` where it was changed since it was read, but for
    the very same words, which may have saved themselves."""
    try:
        done = do(operations.REVISE, tag_as_read(request.form), filing_id=filing["filing_id"],
                  content=content)
    except CaseError as mistake:
        now = ask(operations.FILING, filing_id=filing["filing_id"]) if is_stale(mistake) else None
        if now is None or now["content"] != content:
            raise
        return str(now["tag"])
    return str(done.get("tag", ""))


def _supplement(filing: Answer) -> ResponseReturnValue:
    content, note = _typed(filing, PARTS), request.form.get("note", "")
    try:
        whole = reduce(with_file, files(), content)
        do(operations.SUPPLEMENT, tag_as_read(request.form), filing_id=filing["filing_id"],
           content=whole, note=note)
    except CaseError as mistake:
        return _page(filing, content, 1, mistake, supplementing=True)
    return redirect(url_for("console.receipt", filing_id=filing["filing_id"]))


def _page(filing: Answer | None, content: Content, step: int, mistake: CaseError | None = None,
          supplementing: bool = False, saved: bool = False) -> ResponseReturnValue:
    """`saved`: what is refused stands in the draft all the same, which has its new tag."""
    if filing and mistake and is_stale(mistake):
        filing = ask(operations.FILING, filing_id=filing["filing_id"])
    context: dict[str, Any] = {
        "filing": filing, "content": content, "step": step, "saved": saved, "step_words": STEPS,
        "steps": _steps(filing, step), "pack": pack_of(filing) if filing else pack_in_force(),
        "supplementing": supplementing, "parts": PARTS[:-1] if supplementing else (PARTS[step - 1],),
        "step_of": wizard.step_of, "fields": FIELDS, "kept_files": kept_files(),
        "known_risks": _known_risks(content["situation"])}
    if mistake:
        return shown(explained(mistake), "console/edit_filing.html", **context)
    return render_template("console/edit_filing.html", **context)


def _known_risks(situation: str) -> list[Answer]:
    """What others met in such a matter; none where that can't be told now: no filing waits for it."""
    told = unless_away(lambda: ask_if_visible(RISK_POINTS, situation=situation)) if situation else None
    return list(told.get("points", ())) if told else []


def _steps(filing: Answer | None, here: int) -> list[dict[str, str]]:
    """The step line; a draft that exists can be gone on with anywhere."""
    at = partial(url_for, "console.edit_filing", filing_id=filing["filing_id"]) if filing else None
    return [{"word": f"{number}. {word}", "address": at(step=number) if at else "",
             "tone": "here" if number == here else "done" if number < here else ""}
            for number, word in enumerate(STEPS, start=1)]
