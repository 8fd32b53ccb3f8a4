"""报备: lists, one filing with its timeline, its receipt, and what its filer may do with it."""

from functools import partial
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.chassis.threads import begin
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import operations as of_filing
from rongcuo.contracts.notify import operations as of_notify
from rongcuo.contracts.review import operations as of_review
from rongcuo.contracts.sorting import RecordSort
from rongcuo.texts.signs import is_seen
from services.gateway.api.receipt import as_file
from services.gateway.console import blueprint
from services.gateway.console.case.actions import Act, Kind, act_page
from services.gateway.console.case.history import timeline_of
from services.gateway.console.case.letters import letters_of
from services.gateway.console.filing.changes import changes_beside
from services.gateway.console.filing.course import course_of, limit_source
from services.gateway.console.listing import tables
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.page import backend
from services.gateway.console.page.backend import Answer, ask, ask_if_visible, do, pack_of
from services.gateway.console.page.forms import Content, Form, said, typed
from services.gateway.console.page.labels import STATES, word
from services.gateway.console.page.language import in_english
from services.gateway.console.page.layout import signed_in

FILING_STATES = ("draft", "submitted", "supplement_requested", "accepted", "declined", "objected",
                 "withdrawn", "expired")
FILED_AGAIN = ("declined", "withdrawn")   # a matter that ended so may be filed anew, mended


@blueprint.get("/filings")
@signed_in
def filings() -> ResponseReturnValue:
    """The filings that the person may see."""
    situations = backend.pack_in_force().situations.values()
    listed = Listed(page="console.filings", sorts=tuple(RecordSort), filters={
        "state": [(state, word(STATES, state)) for state in FILING_STATES],
        "situation": [(each.code, each.name_en if in_english() else each.name) for each in situations],
        "whitelist_only": [("1", gettext("只看白名单"))]})
    return list_page(listed, of_filing.PAGE, tables.FILINGS, "console/filings.html",
                     also={"whitelist_only": bool(listed.of("whitelist_only"))}, heading=gettext("报备"),
                     labelled=(("state", gettext("状态")), ("situation", gettext("适用情形"))),
                     may_file="filer" in g.person["roles"])


@blueprint.get("/filings/<filing_id>")
@signed_in
def filing(filing_id: str) -> ResponseReturnValue:
    """One filing: where it is, who has it, what can be done by when."""
    return render_template("console/filing.html", **_context(filing_id))


def _context(filing_id: str) -> dict[str, Any]:
    found = ask(of_filing.FILING, filing_id=filing_id)
    sent, earlier = bool(found["number"]), found["content"].get("follows")
    reviewed = begin(partial(ask_if_visible, of_review.CASE, case_id=filing_id)) if sent else _none
    told = begin(partial(ask_if_visible, of_notify.MATTER, matter_id=filing_id))
    followed = begin(partial(ask_if_visible, of_filing.FILING, filing_id=earlier)) if earlier else _none
    at = found["organ_id"]
    organ = backend.aside(f"organ {at}", partial(backend.organ_to_ask, at)) if sent else _none
    letters = begin(partial(letters_of, filing_id)) if sent else list
    changed = changes_beside(found)
    case = reviewed()
    until = found["objection_until"] if "object" in found["allowed"] else None
    may_object = until and until >= g.now.date().isoformat()    # the day included
    return {**changed(), "objection_until": until if may_object else "", "objected": _said(found, "object"),
            "objection_answer": _said(found, "uphold_refusal"), "filing": found,
            "case": case, "pack": pack_of(found), "followed": followed(),
            "again": _may_file_again(found),
            "organ": organ(), **course_of(found, case),
            "limit_source": limit_source(found, case), "entries": timeline_of(found, case),
            "deliveries": (told() or {"deliveries": []})["deliveries"], "letters": letters()}


def _may_file_again(found: Answer) -> bool:
    return "filer" in g.person["roles"] and (found["state"] in FILED_AGAIN or bool(found.get("voided")))


def _none() -> None:
    """What is not asked."""


def _said(filing: Answer, what: str) -> str:
    """What was written at the last step of this kind."""
    notes = [str(entry["note"]) for entry in filing["history"] if entry["what"] == what]
    return notes[-1] if notes else ""


@blueprint.get("/filings/<filing_id>/receipt")
@signed_in
def receipt(filing_id: str) -> ResponseReturnValue:
    """The dated receipt, to print."""
    found = ask(of_filing.RECEIPT, filing_id=filing_id)
    organ = backend.organ_name(found["organ_id"])
    return render_template("console/receipt.html", receipt=found, organ_name=organ)


@blueprint.get("/filings/<filing_id>/receipt.json")
@signed_in
def receipt_file(filing_id: str) -> ResponseReturnValue:
    """The receipt with its proof, to keep."""
    return as_file(ask(of_filing.RECEIPT, filing_id=filing_id))


@blueprint.post("/filings/<filing_id>/again")
@signed_in
def file_again(filing_id: str) -> ResponseReturnValue:
    """A new draft that begins with what was filed. What was declared is declared anew."""
    found = ask(of_filing.FILING, filing_id=filing_id)
    if not _may_file_again(found):
        raise CaseError("forbidden", details={"organ_id": found["organ_id"]})
    anew = {"follows": filing_id, "negative_answers": {}, "class_answers": {}, "no_private_gain": False}
    draft = do(of_filing.DRAFT, content=found["content"] | anew)
    return redirect(url_for("console.edit_filing", filing_id=draft["filing_id"], step=1))


def _is_removed(_: Answer) -> bool:
    """What the filer loses with the whitelist is looked at first; without a reason it is refused at once."""
    return request.form.get("listed") != "1" and is_seen(request.form.get("reason", ""))


def _whitelisting(form: Form, _: Answer) -> Content:
    return {"listed": form.get("listed") == "1", "reason": typed(form, "reason")}


FILER_ACTS = (
    Act(verb="discard", command=of_filing.DISCARD, word=lazy_gettext("放弃草稿"), leaves="console.filings"),
    Act(verb="withdraw", command=of_filing.WITHDRAW, word=lazy_gettext("撤回报备"), read=said("reason")),
    Act(verb="object_to_refusal", command=of_filing.OBJECT_TO_REFUSAL, word=lazy_gettext("提出异议"),
        read=said("grounds")),
    Act(verb="whitelist", command=of_filing.WHITELIST, word=lazy_gettext("移出白名单"), adverse=_is_removed,
        read=_whitelisting, rehearsed=False, reason_at="list-reason", told=((
            lazy_gettext("报备人"),
            lazy_gettext("收到通知：报备已移出白名单；登录后看到您写的理由。受理和备案号不变。")),)),
)
FILING = Kind(
    name="filing", query=of_filing.FILING, key="filing_id", listed="console.filings",
    acts={act.verb: act for act in FILER_ACTS}, template="console/filing.html", around=_context)


@blueprint.post("/filings/<filing_id>/discard", endpoint="discard", defaults={"verb": "discard"})
@blueprint.post("/filings/<filing_id>/withdraw", endpoint="withdraw", defaults={"verb": "withdraw"})
@blueprint.post("/filings/<filing_id>/objection", endpoint="object_to_refusal",
                defaults={"verb": "object_to_refusal"})
@blueprint.post("/filings/<filing_id>/whitelist", endpoint="whitelist", defaults={"verb": "whitelist"})
@signed_in
def filing_act(filing_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a filing; a refusal is shown on its page with what was typed."""
    return act_page(FILING, filing_id, verb)
