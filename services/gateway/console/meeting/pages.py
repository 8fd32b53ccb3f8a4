"""联席会议: the list, convening, and the page that several people use at once."""

import hashlib
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.determination import operations
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sorting import RecordSort
from services.gateway.api.receipt import as_file
from services.gateway.console import blueprint
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.gaps import acknowledged, are_news, foreseen
from services.gateway.console.case.history import told_by
from services.gateway.console.case.letters import letters_of
from services.gateway.console.case.parts import last, step_line
from services.gateway.console.determination.rules import OVER
from services.gateway.console.listing import tables
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.meeting.actions import MEETING
from services.gateway.console.page.backend import Answer, ask, do, pack_in_force, rules
from services.gateway.console.page.form_errors import explained
from services.gateway.console.page.forms import Content, Form, is_stale, judges, moment, tags_as_read, typed
from services.gateway.console.page.layout import shown, signed_in

MOST = 30   # cases that are asked about at once
UNDER_MORE = ("recuse_member", "call_substitutes", "adjourn", "name_chair", "cancel")


@blueprint.get("/meetings")
@signed_in
def meetings() -> ResponseReturnValue:
    """The organ's meetings, or those the person is a member of."""
    listed = Listed(page="console.meetings", sorts=tuple(RecordSort))
    return list_page(listed, operations.MEETINGS, tables.MEETINGS, "console/meeting/list.html")


@blueprint.route("/meetings/new", methods=["GET", "POST"])
@signed_in
def convene() -> ResponseReturnValue:
    """Convene a meeting on the cases that wait for one. What is missing for it is read before it is done."""
    if request.method != "POST":
        return render_template("console/meeting/convene.html", **_convening(Form(request.args)))
    try:
        call = _convened(request.form)
        gaps = foreseen(operations.CONVENING, case_ids=call["case_ids"][:MOST], member_ids=call["member_ids"])
        if are_news(gaps):
            return render_template("console/meeting/convene.html", **_convening(request.form, gaps))
        known = tags_as_read(request.form)
        read = [known[case_id] for case_id in call["case_ids"] if case_id in known]
        done = do(operations.CONVENE_MEETING, **call, **acknowledged(gaps), as_read=read)
    except CaseError as mistake:
        now = _convening(request.form)
        if is_stale(mistake):
            now |= {"as_read": {}, "changed": _changed(request.form, now["cases"])}
        return shown(explained(mistake), "console/meeting/convene.html", **now)
    return redirect(url_for("console.meeting", meeting_id=done["meeting_id"]))


def _convened(form: Form) -> Content:
    members = form.getlist("member_ids")
    chair = form.get("chair_id", "")
    return {"title": typed(form, "title"), "place": typed(form, "place"), "at": moment(form, "at"),
            "case_ids": form.getlist("case_id"), "chair_id": chair,
            "member_ids": members if chair in members or not chair else [*members, chair]}


def _changed(form: Form, cases: list[Answer]) -> set[str]:
    """Of the cases that were chosen, those that are not any more what was read."""
    read, now = tags_as_read(form), {case["case_id"]: case["tag"] for case in cases}
    return {case_id for case_id in form.getlist("case_id") if now.get(case_id) != read.get(case_id)}


def _convening(form: Form, gaps: list[Answer] | None = None) -> dict[str, Any]:
    """The cases that wait for a meeting, who can sit in one, and what is missing."""
    cases = ask(operations.DETERMINATIONS, tab="organ", limit=200)["lines"]
    waiting = [case for case in cases if case["state"] == "meeting"]
    if gaps is None:
        asked = form.getlist("case_id") or [case["case_id"] for case in waiting]
        gaps = foreseen(operations.CONVENING, case_ids=asked[:MOST], member_ids=[])
    return {"officers": judges().values(), "typed": form, "quorum": pack_in_force().quorum, "cases": waiting,
            "gaps": gaps, "as_read": tags_as_read(form), "changed": set()}


@blueprint.get("/meetings/<meeting_id>")
@signed_in
def meeting(meeting_id: str) -> ResponseReturnValue:
    """A meeting: who is present, the agenda, the votes, the minutes."""
    found = MEETING.found(meeting_id)
    letters = letters_of(meeting_id) if found["state"] == "signed" else []
    return render_template("console/meeting/meeting.html", letters=letters, **_context(found))


@blueprint.get("/meetings/<meeting_id>/now")
@signed_in
def meeting_now(meeting_id: str) -> ResponseReturnValue:
    """What has changed since `version`; 204 where nothing has.

    A person's own forms are replaced only where what they may do has changed, so that nobody loses what
    they are typing because somebody else has voted.
    """
    found = MEETING.found(meeting_id)
    if str(found["version"]) == request.args.get("version", ""):
        return "", 204
    changed = _my_key(found) != request.args.get("mine", "")
    return render_template("console/meeting/now.html", forms_changed=changed, **_context(found))


@blueprint.get("/meetings/<meeting_id>/items/<item_id>/receipt.json")
@signed_in
def ballot_receipt_file(meeting_id: str, item_id: str) -> ResponseReturnValue:
    """One's own vote with its proof, to keep."""
    return as_file(ask(operations.BALLOT_RECEIPT, meeting_id=meeting_id, item_id=item_id))


@blueprint.route("/meetings/<meeting_id>/act/<verb>", methods=["GET", "POST"])
@signed_in
def meeting_act(meeting_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing in a meeting."""
    return act_page(MEETING, meeting_id, verb)


def _context(found: Answer) -> dict[str, Any]:
    names = {each["officer_id"]: each["name"] for each in found["members"]}
    numbers = {item["item_id"]: f"{number}. {item['case_title']}"
               for number, item in enumerate(found["items"], start=1)}
    allowed = {*found["allowed"], *(verb for item in found["items"] for verb in item["allowed"])}
    beside = [{"word": MEETING.acts[verb].word, "address": MEETING.address(found, verb)}
              for verb in UNDER_MORE if verb in allowed]      # what can be done beside the one thing
    return {"meeting": found, "matter": found, "kind": MEETING, "acts": MEETING.acts, "names": names,
            "pack": rules().pack_by_id(found["pack_id"]), "over": found["state"] in OVER,
            "doable": beside, "stages": _stages(found),
            "my_key": _my_key(found), "short": _short(found),
            "missing": [names[voter] for item in found["items"] for voter in item["awaited"]],
            "voters_wanted": max((item["voters_wanted"] for item in found["items"]), default=0),
            "entries": told_by(found, numbers)}


def _stages(found: Answer) -> list[dict[str, str]]:
    """How far a meeting is; one that was cancelled has no way on."""
    names = (gettext("召集"), gettext("点名开会"), gettext("审议表决"), gettext("会签纪要"))
    at = {"convened": 1, "in_session": 2, "adjourned": 2, "minutes": 3, "signed": 4}.get(found["state"])
    steps = ("convene", "call_roll", "write_minutes", "sign_minutes")
    days = [(last(found, step) or {"at": ""})["at"] for step in steps]
    return [] if at is None else step_line(names, days, at)


def _short(found: Answer) -> Answer | None:
    """What keeps the next item from being voted on: of those who may vote on it `there` are present, `wanted`
    have to be."""
    item = next((each for each in found["items"] if each["state"] in ("waiting", "voting")), None)
    if item is None or not item["voters_missing"]:
        return None
    return {"there": item["voters_present"], "wanted": item["voters_wanted"], "by": item["voters_missing"]}


def _my_key(found: Answer) -> str:
    """Names where the meeting stands and what the person may do: as long as it stays, so do their forms."""
    items = [(item["item_id"], item["allowed"], item["withheld"]) for item in found["items"]]
    mine = [found["state"], found["allowed"], items, _short(found)]
    return hashlib.sha256(repr(mine).encode()).hexdigest()[:12]
