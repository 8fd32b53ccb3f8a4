"""审查: the work list, and the page on which a case is assigned, reviewed and decided."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.chassis.threads import begin
from rongcuo.contracts.errors import CaseError
from services.gateway.console import blueprint, tables
from services.gateway.console.acts import Act, to_keep
from services.gateway.console.as_read import require_as_read, tag_as_read, tags_as_read
from services.gateway.console.backend import aside, ask, ask_if_visible, do, pack_of
from services.gateway.console.drafts import drafted
from services.gateway.console.filing_pages import course_of, limit_source, stage_name
from services.gateway.console.forms import Form, yes_or_no
from services.gateway.console.frame import shown, signed_in
from services.gateway.console.gaps import acknowledged, before
from services.gateway.console.history import timeline_of
from services.gateway.console.lists import ROWS, Listed, table_of, ticked, wants_table
from services.gateway.console.mistakes import explained, sentence
from services.gateway.console.people import in_doubt, officers
from services.gateway.console.review_acts import ADVERSE
from services.gateway.console.words import EMPTY, GROUNDS, WORK_TABS, word

# What the person wrote goes into the field that each decision has for it.
DECISIONS = {"accept": "opinion", "request_supplement": "needed", "decline": "reasons",
             "take_up": "reasons", "uphold_refusal": "reasons"}
WARNED = frozenset({"accept", "decline", "report_verification"})   # something may be missing first
ADDING = frozenset({"recuse"})   # replaces and decides nothing
CLOCK_ACTS = ("suspend", "resume", "extend")


@blueprint.get("/work")
@signed_in
def work_list() -> ResponseReturnValue:
    """The organ's cases, soonest deadline first."""
    listed = Listed(page="console.work_list", tab=request.args.get("tab", "organ"), keeps_views=True)
    return _work_table(listed) if wants_table() else _work_list(listed)


def _work_table(listed: Listed) -> ResponseReturnValue:
    """The list to take away."""
    return table_of("work", tables.CASES, lambda cursor, limit: ask(
        "review", "page", **listed.asked(), cursor=cursor, limit=limit))


def _work_list(listed: Listed, said: str = "", left: Sequence[dict[str, str]] = ()) -> ResponseReturnValue:
    tab = listed.tab
    may_assign = "lead" in g.person["roles"] and tab != "closed"
    reviewers = aside("reviewers", partial(officers, "reviewer")) if may_assign else list
    page = ask("review", "page", **listed.asked(), cursor=listed.of("cursor"), limit=ROWS)
    return render_template("console/work_list.html", page=page, tab=tab, tabs=WORK_TABS.items(), said=said,
                           left=left, listed=listed, ticked=ticked(page["lines"], "case_id"),
                           none_here=word(EMPTY, tab), may_assign=may_assign,
                           reviewers=reviewers())


@blueprint.post("/work/assign")
@signed_in
def assign_many() -> ResponseReturnValue:
    """Assign the ticked cases; those that can't be are named and left as they were."""
    tags, chosen = tags_as_read(request.form), request.form.getlist("case_id")
    left = [told for case_id in chosen if (told := _not_assigned(case_id, tags.get(case_id, "")))]
    listed = Listed(page="console.work_list", tab="unassigned", keeps_views=True)
    return _work_list(listed, gettext("已分派 %(n)s 件。", n=len(chosen) - len(left)), left)


def _not_assigned(case_id: str, as_read: str) -> dict[str, str]:
    """Why a case could not be assigned; empty where it was."""
    try:
        do("review", "assign", as_read, case_id=case_id, officer_id=request.form.get("officer_id", ""))
    except CaseError as mistake:
        case = ask_if_visible("review", "case", case_id=case_id)
        return {"case_id": case_id, "name": f"{case['number']} {case['title']}" if case else "",
                "why": sentence(mistake.code, mistake.details)}
    return {}


@blueprint.get("/reviews/<case_id>")
@signed_in
def review(case_id: str) -> ResponseReturnValue:
    """A case under review."""
    return render_template("console/review.html", typed=Form(), **_context(case_id))


def _context(case_id: str) -> dict[str, Any]:
    told = begin(partial(ask, "filing", "filing", filing_id=case_id))
    known = begin(partial(officers, "reviewer"))
    case = ask("review", "case", case_id=case_id)
    filing, reviewers = told(), known()
    pack = pack_of(filing)
    follows = case["state"] == "preliminary_review" and pack.needs_verification(
        filing["content"]["situation"], filing["content"]["colour"])
    return {"case": case, "filing": filing, "pack": pack, "entries": timeline_of(filing, case),
            **course_of(filing, case), "stage_word": stage_name(filing, case["state"]),
            "limit_source": limit_source(filing, case),
            "verification_follows": follows, "reviewers": reviewers, "in_doubt": in_doubt(case, reviewers),
            "grounds": GROUNDS.items()}


def _done(case_id: str, act: str, next_page: str = "", rehearsed_as: str = "",
          **words: Any) -> ResponseReturnValue:
    """Do one thing to a case and show it; a refusal is shown on the same page with what was typed. What the
    filer will feel is looked at first."""
    step, adverse = request.form.get("step", ""), ADVERSE.get(rehearsed_as or act)
    if act in WARNED:
        words |= acknowledged(before(ask("review", "case", case_id=case_id), act))
    if step == "again":
        return render_template("console/review.html", typed=request.form, **_context(case_id))
    try:
        if adverse and step != "confirmed":
            return _looked_at(case_id, adverse, **words)
        do("review", act, "" if act in ADDING else tag_as_read(request.form), case_id=case_id, **words)
    except CaseError as mistake:
        return shown(explained(mistake), "console/review.html", typed=request.form, **_context(case_id))
    if act == "recuse" and not ask_if_visible("review", "case", case_id=case_id):
        next_page = url_for("console.work_list", left=act)
    return redirect(next_page or url_for("console.review", case_id=case_id))


def _looked_at(case_id: str, act: Act, **words: Any) -> ResponseReturnValue:
    """What would be refused is refused here already."""
    case = ask("review", "case", case_id=case_id)
    require_as_read(request.form, case)
    letters = drafted("review", act.method, case_id=case_id, **words)
    return render_template("console/act/preview.html", matter=case, act=act,
                           typed=request.form, kept=to_keep(request.form), letters=letters,
                           address=request.path, back=url_for("console.review", case_id=case_id))


@blueprint.post("/reviews/<case_id>/assign")
@signed_in
def assign(case_id: str) -> ResponseReturnValue:
    """Give the case to a reviewer."""
    return _done(case_id, "assign", officer_id=request.form.get("officer_id", ""))


@blueprint.post("/reviews/<case_id>/decide")
@signed_in
def decide(case_id: str) -> ResponseReturnValue:
    """Accept, return for supplement, or decline."""
    decision = request.form.get("decision", "")
    if decision not in DECISIONS:
        raise CaseError("invalid", "decision")
    return _done(case_id, decision, **{DECISIONS[decision]: request.form.get("words", "").strip()})


@blueprint.post("/reviews/<case_id>/recuse")
@signed_in
def recuse(case_id: str) -> ResponseReturnValue:
    """Recuse a reviewer."""
    form = request.form
    return _done(case_id, "recuse", officer_id=form.get("officer_id", ""), ground=form.get("ground", ""),
                 reason=form.get("reason", ""))


@blueprint.post("/reviews/<case_id>/team")
@signed_in
def form_team(case_id: str) -> ResponseReturnValue:
    """Name the verification team."""
    return _done(case_id, "form_team", officer_ids=request.form.getlist("officer_ids"))


@blueprint.post("/reviews/<case_id>/verification")
@signed_in
def report_verification(case_id: str) -> ResponseReturnValue:
    """Report what the team found."""
    holds = yes_or_no(request.form, "confirmed")
    return _done(case_id, "report_verification", rehearsed_as="refute" if holds is False else "",
                 findings=request.form.get("findings", ""), confirmed=holds)


@blueprint.post("/reviews/<case_id>/clock/<act>")
@signed_in
def clock(case_id: str, act: str) -> ResponseReturnValue:
    """Stop, restart or extend the clock."""
    if act not in CLOCK_ACTS:
        raise CaseError("not_found")
    words = {} if act == "resume" else {"reason": request.form.get("reason", "")}
    return _done(case_id, act, **words)


@blueprint.post("/reviews/<case_id>/hand-up")
@signed_in
def hand_up(case_id: str) -> ResponseReturnValue:
    """To the organ above; the page is not this organ's any more."""
    reason = request.form.get("reason", "")
    return _done(case_id, "hand_up", next_page=url_for("console.work_list", left="hand_up"), reason=reason)
