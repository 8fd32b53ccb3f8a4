"""审查: the work list, and the page on which a case is assigned, reviewed and decided."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from rongcuo.chassis.threads import begin
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import operations as of_filing
from rongcuo.contracts.operation import Command
from rongcuo.contracts.review import operations
from rongcuo.contracts.sorting import CaseSort
from services.gateway.console import blueprint, tables
from services.gateway.console.acts import Act, to_keep
from services.gateway.console.as_read import require_as_read, tag_as_read
from services.gateway.console.assigning import assigned, assigning
from services.gateway.console.backend import ask, ask_if_visible, do, pack_of
from services.gateway.console.drafts import drafted
from services.gateway.console.filing_pages import course_of, limit_source, stage_name
from services.gateway.console.forms import Form, yes_or_no
from services.gateway.console.frame import shown, signed_in
from services.gateway.console.gaps import acknowledged, before
from services.gateway.console.history import timeline_of
from services.gateway.console.lists import Listed, list_page
from services.gateway.console.mistakes import explained
from services.gateway.console.people import in_doubt, officers
from services.gateway.console.review_acts import ADVERSE
from services.gateway.console.words import EMPTY, GROUNDS, WORK_TABS, word

# What the person wrote goes into the field that each decision has for it.
DECISIONS: Mapping[str, tuple[Command[Any, Any], str]] = {
    "accept": (operations.ACCEPT, "opinion"), "request_supplement": (operations.REQUEST_SUPPLEMENT, "needed"),
    "decline": (operations.DECLINE, "reasons"), "take_up": (operations.TAKE_UP, "reasons"),
    "uphold_refusal": (operations.UPHOLD_REFUSAL, "reasons")}
WARNED = (operations.ACCEPT, operations.DECLINE, operations.REPORT_VERIFICATION)   # may miss something first
CLOCK: Mapping[str, Command[Any, Any]] = {
    "suspend": operations.SUSPEND, "resume": operations.RESUME, "extend": operations.EXTEND}


@blueprint.get("/work")
@signed_in
def work_list() -> ResponseReturnValue:
    """The organ's cases."""
    return _work_list()


@blueprint.post("/work/assign")
@signed_in
def assign_many() -> ResponseReturnValue:
    """Assign the ticked cases."""
    return _work_list(**assigned(operations.ASSIGN, operations.CASE))


def _work_list(**told: Any) -> ResponseReturnValue:
    tab = request.args.get("tab", "organ")
    listed = Listed(page="console.work_list", tab=tab, sorts=tuple(CaseSort))
    return list_page(listed, operations.PAGE, tables.CASES, "console/work_list.html", tabs=WORK_TABS.items(),
                     none_here=word(EMPTY, tab), **assigning(tab), **told)


@blueprint.get("/reviews/<case_id>")
@signed_in
def review(case_id: str) -> ResponseReturnValue:
    """A case under review."""
    return render_template("console/review.html", typed=Form(), **_context(case_id))


def _context(case_id: str) -> dict[str, Any]:
    told = begin(partial(ask, of_filing.FILING, filing_id=case_id))
    known = begin(partial(officers, "reviewer"))
    case = ask(operations.CASE, case_id=case_id)
    filing, reviewers = told(), known()
    pack = pack_of(filing)
    follows = case["state"] == "preliminary_review" and pack.needs_verification(
        filing["content"]["situation"], filing["content"]["colour"])
    return {"case": case, "filing": filing, "pack": pack, "entries": timeline_of(filing, case),
            **course_of(filing, case), "stage_word": stage_name(filing, case["state"]),
            "limit_source": limit_source(filing, case),
            "verification_follows": follows, "reviewers": reviewers, "in_doubt": in_doubt(case, reviewers),
            "grounds": GROUNDS.items()}


def _done(case_id: str, command: Command[Any, Any], next_page: str = "", rehearsed_as: str = "",
          **words: Any) -> ResponseReturnValue:
    """Do one thing to a case and show it; a refusal is shown on the same page with what was typed. What the
    filer will feel is looked at first."""
    step, adverse = request.form.get("step", ""), ADVERSE.get(rehearsed_as or command.method)
    if command in WARNED:
        words |= acknowledged(before(ask(operations.CASE, case_id=case_id), command.method))
    if step == "again":
        return render_template("console/review.html", typed=request.form, **_context(case_id))
    try:
        if adverse and step != "confirmed":
            return _looked_at(case_id, adverse, **words)
        as_read = "" if command == operations.RECUSE else tag_as_read(request.form)   # it replaces nothing
        do(command, as_read, case_id=case_id, **words)
    except CaseError as mistake:
        return shown(explained(mistake), "console/review.html", typed=request.form, **_context(case_id))
    if command == operations.RECUSE and not ask_if_visible(operations.CASE, case_id=case_id):
        next_page = url_for("console.work_list", left=command.method)
    return redirect(next_page or url_for("console.review", case_id=case_id))


def _looked_at(case_id: str, act: Act, **words: Any) -> ResponseReturnValue:
    """What would be refused is refused here already."""
    case = ask(operations.CASE, case_id=case_id)
    require_as_read(request.form, case)
    letters = drafted(act.command, case_id=case_id, **words)
    return render_template("console/act/preview.html", matter=case, act=act,
                           typed=request.form, kept=to_keep(request.form), letters=letters,
                           address=request.path, back=url_for("console.review", case_id=case_id))


@blueprint.post("/reviews/<case_id>/assign")
@signed_in
def assign(case_id: str) -> ResponseReturnValue:
    """Give the case to a reviewer."""
    return _done(case_id, operations.ASSIGN, officer_id=request.form.get("officer_id", ""))


@blueprint.post("/reviews/<case_id>/decide")
@signed_in
def decide(case_id: str) -> ResponseReturnValue:
    """Accept, return for supplement, or decline."""
    decision = request.form.get("decision", "")
    if decision not in DECISIONS:
        raise CaseError("invalid", "decision")
    command, field = DECISIONS[decision]
    return _done(case_id, command, **{field: request.form.get("words", "").strip()})


@blueprint.post("/reviews/<case_id>/recuse")
@signed_in
def recuse(case_id: str) -> ResponseReturnValue:
    """Recuse a reviewer."""
    form = request.form
    return _done(case_id, operations.RECUSE, officer_id=form.get("officer_id", ""),
                 ground=form.get("ground", ""), reason=form.get("reason", ""))


@blueprint.post("/reviews/<case_id>/team")
@signed_in
def form_team(case_id: str) -> ResponseReturnValue:
    """Name the verification team."""
    return _done(case_id, operations.FORM_TEAM, officer_ids=request.form.getlist("officer_ids"))


@blueprint.post("/reviews/<case_id>/verification")
@signed_in
def report_verification(case_id: str) -> ResponseReturnValue:
    """Report what the team found."""
    holds = yes_or_no(request.form, "confirmed")
    return _done(case_id, operations.REPORT_VERIFICATION, rehearsed_as="refute" if holds is False else "",
                 findings=request.form.get("findings", ""), confirmed=holds)


@blueprint.post("/reviews/<case_id>/clock/<act>")
@signed_in
def clock(case_id: str, act: str) -> ResponseReturnValue:
    """Stop, restart or extend the clock."""
    if act not in CLOCK:
        raise CaseError("not_found")
    words = {} if act == "resume" else {"reason": request.form.get("reason", "")}
    return _done(case_id, CLOCK[act], **words)


@blueprint.post("/reviews/<case_id>/hand-up")
@signed_in
def hand_up(case_id: str) -> ResponseReturnValue:
    """To the organ above; the page is not this organ's any more."""
    return _done(case_id, operations.HAND_UP, next_page=url_for("console.work_list", left="hand_up"),
                 reason=request.form.get("reason", ""))
