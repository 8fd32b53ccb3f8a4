"""Typical cases: the list with its search, one entry with its masks side by side, and how one is begun."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import NOTICE_EN
from rongcuo.contracts.followup.casebook import operations
from rongcuo.policy.divisions import division
from services.followup.pages import pages
from services.followup.pages.casebook import forms as of
from services.followup.pages.casebook import words as said
from services.followup.pages.casebook.acts import ENTRY, WANTED
from services.followup.pages.casebook.sources import chosen, named, parted, sources
from services.followup.pages.programme.asked import Asked, offering, reader
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.case.parts import step_line
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.listing.tables import NUMBER, Table
from services.gateway.console.page.backend import Answer, do, organ_name
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import word
from services.gateway.console.page.language import in_english
from services.gateway.console.page.layout import CASEWORK, for_casework, shown, signed_in

TABLE = Table("casebook", (
    NUMBER, (lazy_gettext("标题"), lambda line: line["title"]),
    (lazy_gettext("领域"), lambda line: line["area_name"])))
BEGIN = (
    Asked(name="source_id", word=lazy_gettext("来源"), kind="one", options=sources),
    Asked(name="names", word=lazy_gettext("不能出现的姓名、单位、文号（每行一个）"), rows=4, most=4000,
          wanted=False),
    of.AREA, *of.TEXT)


@pages.get("/followup/casebook")
@signed_in
def casebook() -> ResponseReturnValue:
    """Published ones for everybody; what is worked on, for those who do."""
    works = bool(CASEWORK & set(g.person["roles"]))
    tab = request.args.get("tab", "published")
    sought = request.args.get("search") or request.args.get("area")
    listed = Listed(page="console.followup.casebook", tab=tab,
                    filters={"area": list(of.areas({}).items())})
    return list_page(listed, operations.CASEBOOK_ENTRIES, TABLE, "casebook/list.html", states=said.STATES,
                     tabs=said.TABS.items() if works else (), may_begin=works,
                     none_here=said.NOT_FOUND if sought and tab == "published" else word(said.EMPTY, tab),
                     english=in_english(), searched=request.args.get("search", ""))


@pages.route("/followup/casebook/new", methods=["GET", "POST"])
@for_casework
def begin_entry() -> ResponseReturnValue:
    """Of a concluded matter, by hand, or as a new version."""
    replaces = request.args.get("replaces", "")
    if request.method == "POST":
        try:
            made = do(operations.BEGIN_ENTRY, **_begun(request.form), replaces=replaces)
        except CaseError as mistake:
            return shown(explained(mistake), "casebook/begin.html", typed=request.form, replaces=replaces,
                         **offering(BEGIN)({"source_id": request.form.get("source_id", "")}))
        return redirect(url_for("console.followup.casebook_entry", case_id=made["case_id"]))
    held: Answer = {"source_id": named()}
    if replaces:
        former = ENTRY.found(replaces)
        if not former["inside"]:
            raise CaseError("forbidden")
        source = former["source"]
        held |= {"source_id": chosen(source["kind"], source["source_id"]), "source_number": source["number"],
                 "area": former["area"], **of.as_written(former)}
    return render_template("casebook/begin.html", typed=Form(held), replaces=replaces,
                           **offering(BEGIN)(held))


@pages.get("/followup/casebook/<case_id>")
@signed_in
def casebook_entry(case_id: str) -> ResponseReturnValue:
    """Masked for whoever reads it; with both texts side by side for whoever works on it."""
    return render_template("casebook/entry.html", **_page_of(ENTRY.found(case_id)))


@pages.route("/followup/casebook/<case_id>/act/<verb>", methods=["GET", "POST"],
             endpoint="casebook_entry_act")
@signed_in
def casebook_entry_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to an entry."""
    return act_page(ENTRY, case_id, verb)


def _begun(form: Form) -> Answer:
    sent = of.in_lines(reader(BEGIN)(form, {}))
    kind, source_id = parted(sent["source_id"])
    return {**sent, "kind": kind, "source_id": source_id,
            "names": [each.strip() for each in sent["names"].splitlines() if each.strip()]}


def _page_of(found: Answer) -> dict[str, Any]:
    may = [verb for verb in ENTRY.acts if verb in found["allowed"]]
    first = next((verb for verb in WANTED if verb in may and _is_wanted(found, verb)), "")
    others = [{"word": ENTRY.acts[verb].word, "address": ENTRY.address(found, verb)}
              for verb in may if verb != first]
    open_masks = sum(each["choice"] == "open" for each in found["masks"])
    return {
        "matter": found, "kind": ENTRY, "named": said, "stage": word(said.STATES, found["state"]),
        "holder": _holder(found), "steps": _steps(found), "organ": organ_name(found["organ_id"]),
        "first": ENTRY.acts.get(first), "others": others, "open_masks": open_masks,
        "place": division(found["combination"]["place"]).name if found["combination"]["place"] else "",
        "notice": NOTICE_EN if in_english() else found["notice"], "english": in_english(),
        "may_replace": found["inside"] and found["state"] == "published",
        "entries": told_by({**found, "history": [
            {**each, "what": str(said.VERBS.get(each["what"], each["what"]))} for each in found["history"]]})
        if found["inside"] else []}


def _is_wanted(entry: Answer, verb: str) -> bool:
    """What comes next by itself."""
    open_masks = any(each["choice"] == "open" for each in entry["masks"])
    return {"decide": open_masks, "describe": not any(entry["combination"].values()),
            "name_checkers": not entry["checkers"]}.get(verb, True)


def _holder(entry: Answer) -> str:
    if entry["state"] in ("published", "withdrawn", "superseded"):
        return gettext("没有要办的")
    checking = entry["state"] in ("masks_proposed", "first_checked") and entry["checkers"]
    left = [each for each in entry["checkers"] if each not in {done["name"] for done in entry["checks"]}]
    return "、".join(left) if checking and left else entry["written_by"]


def _steps(entry: Answer) -> list[dict[str, str]]:
    if not entry["inside"] or entry["state"] in ("withdrawn", "superseded"):
        return []
    codes = [str(each) for each in said.WAY]
    return step_line([word(said.WAY, each) for each in codes], [""] * len(codes),
                     codes.index(entry["state"]) + (entry["state"] == "published"))
