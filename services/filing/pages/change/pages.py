"""变更备案: the list of changes, one with old and new side by side, and the form that begins one."""

from datetime import datetime
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.filing.change import operations
from rongcuo.policy.calendar import ZONE
from services.filing.pages import pages
from services.filing.pages.change import words
from services.filing.pages.change.acts import BEGINNING, CHANGE
from services.gateway.api.receipt import as_file
from services.gateway.console.case.actions import act_page
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import Table
from services.gateway.console.page.backend import Answer, ask, pack_of
from services.gateway.console.page.labels import word
from services.gateway.console.page.layout import FILERS, signed_in

ORDER = ("approve_change", "take_change", "approve_after_all", "object_to_change", "decline_change",
         "uphold_change", "step_back", "withdraw_change")
FIRST = frozenset({"approve_change", "take_change", "approve_after_all"})
PENDING = frozenset({"open", "objected"})
TABLE = Table("changes", (
    (lazy_gettext("编号"), lambda line: line["number"]), (lazy_gettext("事项"), lambda line: line["title"]),
    (lazy_gettext("单位"), lambda line: line["unit"]),
    (lazy_gettext("环节"), lambda line: word(words.STATES, line["state"])),
    (lazy_gettext("到期"), lambda line: line["due_on"] or "")))


@pages.get("/filing-changes")
@signed_in
def changes() -> ResponseReturnValue:
    """What waits to be decided; for whoever files, their unit's."""
    own = bool(FILERS & set(g.person["roles"]))
    tab = request.args.get("tab", "own" if own else "organ")
    listed = Listed(page="console.oversight.changes", tab=tab, sorts=(), filters={})
    return list_page(listed, operations.CHANGES, TABLE, "change/list.html", own=own, words=words,
                     heading=gettext("变更备案"), tabs=() if own else words.TABS.items(),
                     none_here=word(words.EMPTY, tab))


@pages.get("/filing-changes/<change_id>")
@signed_in
def change(change_id: str) -> ResponseReturnValue:
    """One: what it changes, who has it, what came of it."""
    return render_template("change/page.html", **_page_of(CHANGE.found(change_id)))


@pages.route("/filing-changes/<change_id>/act/<verb>", methods=["GET", "POST"])
@signed_in
def change_act(change_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing."""
    return act_page(CHANGE, change_id, verb)


@pages.get("/filing-changes/<change_id>/receipt.json")
@signed_in
def change_receipt(change_id: str) -> ResponseReturnValue:
    """The receipt with its proofs, to keep."""
    return as_file(ask(operations.CHANGE_RECEIPT, change_id=change_id))


@pages.get("/filings/<filing_id>/changes")
@signed_in
def begin_change(filing_id: str) -> ResponseReturnValue:
    """A filing's changes stand on its page."""
    return redirect(url_for("console.filing", filing_id=filing_id))


@pages.route("/filings/<filing_id>/changes/<verb>", methods=["GET", "POST"])
@pages.route("/filings/<filing_id>/changes/<verb>/attachments", methods=["GET", "POST"],
             endpoint="begin_change_with_files")
@signed_in
def begin_change_act(filing_id: str, verb: str) -> ResponseReturnValue:
    """File a change."""
    return act_page(BEGINNING, filing_id, verb)


def _page_of(found: Answer) -> dict[str, Any]:
    may = [verb for verb in ORDER if verb in found["allowed"]]
    first = next((verb for verb in may if verb in FIRST), "")
    others = [{"word": CHANGE.acts[verb].word, "address": CHANGE.address(found, verb)}
              for verb in may if verb != first]
    entries = [{"what": word(words.VERBS, each["what"]), "who": each["actor_name"], "at": each["at"],
                "note": each["note"]} for each in found["history"]]
    return {"change": found, "kind": CHANGE, "first": CHANGE.acts.get(first), "others": others,
            "entries": entries, "words": words, "rule": pack_of(found).change, "pending": PENDING,
            "stage": word(words.STATES, found["state"]), "holder": _holder(found),
            "since": _day_of(found["decided_at"]), "today": g.now.date().isoformat()}


def _day_of(at: str | None) -> str:
    """In the platform's time zone."""
    return datetime.fromisoformat(at).astimezone(ZONE).date().isoformat() if at else ""


def _holder(found: Answer) -> str:
    """Who has it; where it is over, that it is."""
    if found["state"] == "objected":
        return gettext("审查负责人")
    if found["state"] == "open":
        return str(found["reviewer_name"]) or gettext("本机关审查人员")
    return word(words.STATES, found["state"])
