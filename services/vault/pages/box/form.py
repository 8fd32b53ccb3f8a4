"""The public form: five pages at one address. Each is the answer to the one before, and holds all that was
typed so far; nothing is kept on this side before it is sent."""

from collections.abc import Sequence
from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext
from werkzeug.datastructures import MultiDict

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OrganView
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.policy.pack import Pack
from services.gateway.console.page.backend import rules, unless_away
from services.gateway.console.page.forms import Form
from services.gateway.console.page.layout import shown
from services.gateway.rpc import view
from services.vault.pages.asking import can_seal
from services.vault.pages.box.answers import PAGES, Answers, answers, carried, checked
from services.vault.pages.box.blueprint import box, in_words
from services.vault.pages.box.floods import TURNS, Ticket, proof_bits, still_to_wait
from services.vault.pages.box.marked import note_refused
from services.vault.pages.box.recognisable import recognisable
from services.vault.pages.box.sending import as_read, sent, words_of
from services.vault.pages.handing_in import Handed, cleaned, limits

NOTHING: Form = MultiDict()
STEPS = (("what", lazy_gettext("什么事")), ("how", lazy_gettext("怎么知道的")),
         ("who", lazy_gettext("您是谁")), ("check", lazy_gettext("核对并发送")))
MENDED_AT = {"vault.no_custodians": "who", "vault.no_organ_chosen": "begin"}
ON_A_PAGE = frozenset({"invalid", "clarify.marked_secret"})
UNSURE = 500     # from this status on nobody can say whether it arrived


@box.get("")
def begin() -> ResponseReturnValue:
    """What is promised, and to which organ one writes."""
    return _page("begin", NOTHING)


@box.post("")
def turn() -> ResponseReturnValue:
    """To the page that was asked for, or to the first one before it where something is to be mended."""
    form, here = request.form, request.form.get("at", "")
    if here not in PAGES:
        raise CaseError("forged_form")     # no page of ours made it
    wanted = form.get("to", "") if "switch" not in form else here
    if wanted == "send":
        return _send(form)
    to = wanted if wanted in PAGES else here
    for page in PAGES[:PAGES.index(to)]:
        try:
            _check(page, form)
        except CaseError as mistake:
            return _page(page, form, mistake)
    return _page(to, form)


def _send(form: Form) -> ResponseReturnValue:
    try:
        organ, ticket = _organ(form), _ticket(form)
        told = answers(form, _pack(organ), g.now.date())
        TURNS.take(ticket, form.get("proof", ""))
        files = cleaned(organ.organ_id)
        code = _sent(ticket, organ, told, files)
    except CaseError as mistake:
        return _page(_page_of(mistake, form), form, mistake)
    return render_template("box/sent.html", code=code, organ=organ, files=len(files))


def _sent(ticket: Ticket, organ: OrganView, told: Answers, files: Sequence[Handed]) -> str:
    try:
        return sent(ticket.secret, organ.organ_id, told, files, g.now)
    except CaseError as mistake:
        if mistake.kind.status >= UNSURE:
            TURNS.give_back(ticket)
        raise


def _page_of(mistake: CaseError, form: Form) -> str:
    """Where it can be mended."""
    if mistake.code not in ON_A_PAGE:
        return MENDED_AT.get(mistake.code, "check")
    for page in PAGES:
        try:
            _check(page, form)
        except CaseError:
            return page
    return "check"


def _check(page: str, form: Form) -> None:
    organ = _organ(form)
    checked(page, form, _pack(organ), g.now.date())


def _page(page: str, form: Form, mistake: CaseError | None = None) -> ResponseReturnValue:
    context: dict[str, Any] = {
        "page": page, "form": form, "carried": carried(form, page), "steps": _steps(page),
        **OF_PAGES[page](form)}
    if mistake is None:
        return render_template(f"box/{page}.html", **context)
    if mistake.code == "clarify.marked_secret":
        note_refused(TURNS)
    unsure = mistake.kind.status >= UNSURE and form.get("to") == "send"
    return shown(in_words(mistake), f"box/{page}.html", unsure=unsure, **context)


def _steps(page: str) -> list[dict[str, Any]]:
    here = PAGES.index(page)
    return [{"word": word, "tone": "done" if PAGES.index(name) < here else "here" if name == page else ""}
            for name, word in STEPS]


def _of_begin(_: Form) -> dict[str, Any]:
    return {"organs": view(ORGANS, {}, None).organs}


def _of_step(form: Form) -> dict[str, Any]:
    organ, ticket, proof = _organ(form), _ticket(form), form.get("proof", "")
    solved = ticket.solved_by(proof, proof_bits())
    return {"organ": organ, "pack": _pack(organ), "ticket": str(ticket), "riddle": ticket.riddle,
            "bits": proof_bits(), "proof": proof if solved else "",
            "wait": 0 if solved else still_to_wait(ticket)}


def _of_what(form: Form) -> dict[str, Any]:
    """`kinds`: of the organ's pack, each with its finer ones as they go on the wire."""
    known = _of_step(form)
    kinds = known["pack"].reports.categories.values()
    return {**known, "kinds": [(kind, [(f"{kind.code}.{each.code}", each) for each in kind.kinds.values()])
                               for kind in kinds]}


def _of_who(form: Form) -> dict[str, Any]:
    """`sealable`: not where it is known that the organ's custodians have no keys yet."""
    known = _of_step(form)
    return {**known, "sealable": _sealable(known["organ"])}


def _sealable(organ: OrganView) -> bool:
    return unless_away(lambda: can_seal(organ.organ_id)) is not False


def _of_check(form: Form) -> dict[str, Any]:
    known = _of_step(form)
    told = answers(form, known["pack"], g.now.date())
    chosen = [known["pack"].reports.called(kind) for kind in told.what.categories]
    words, place = as_read(words_of(told), told), as_read(told.what.place, told)
    return {**known, "told": told, "words": words, "chosen": chosen, "telling": recognisable((words, place)),
            "limits": limits(), "sealable": _sealable(known["organ"])}


OF_PAGES = {"begin": _of_begin, "what": _of_what, "how": _of_step, "who": _of_who, "check": _of_check}


def _ticket(form: Form) -> Ticket:
    """The form's own, or a new one in place of what is none, or too old."""
    if "ticket" not in g:
        g.ticket = Ticket.read(form.get("ticket", ""), g.now) or Ticket.new(g.now)
    ticket: Ticket = g.ticket
    return ticket


def _organ(form: Form) -> OrganView:
    """The chosen one, asked for once. Raises `vault.no_organ_chosen`."""
    if "organ" not in g:
        wanted = form.get("organ_id", "")
        found = view(ORGANS, {"division_code": wanted[:6]}, None).organs if wanted else ()
        g.organ = next((organ for organ in found if organ.organ_id == wanted), None)
    if g.organ is None:
        raise CaseError("vault.no_organ_chosen")
    organ: OrganView = g.organ
    return organ


def _pack(organ: OrganView) -> Pack:
    return rules().pack(organ.division_code, g.now.date())
