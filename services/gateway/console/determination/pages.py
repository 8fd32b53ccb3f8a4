"""容错认定: the list, and one case with its tabs."""

from functools import partial
from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.chassis.threads import begin
from rongcuo.contracts.clarify.operations import CLUE
from rongcuo.contracts.determination import operations as of_determination
from rongcuo.contracts.determination.operations import DETERMINATION, SIMILAR_CASES
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import operations as of_filing
from rongcuo.contracts.notify.operations import MATTER
from rongcuo.contracts.sorting import CaseSort
from rongcuo.policy.pack import Pack
from services.gateway.console import blueprint
from services.gateway.console.case.actions import act_page
from services.gateway.console.case.history import told_by
from services.gateway.console.case.holders import appeal_holder, holder_of
from services.gateway.console.case.letters import letters_of
from services.gateway.console.case.parts import last
from services.gateway.console.determination import rules
from services.gateway.console.determination.actions import CASE
from services.gateway.console.determination.next_step import Step, steps_of
from services.gateway.console.determination.parts import parts_of
from services.gateway.console.listing import tables
from services.gateway.console.listing.assigning import assigned, assigning
from services.gateway.console.listing.lists import Listed, list_page
from services.gateway.console.page.backend import Answer, ask_if_visible, organ_to_ask
from services.gateway.console.page.dates import day
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import (
    CASE_TABS,
    CRITERIA_SETS,
    EMPTY_CASES,
    OWN_TABS,
    STATES,
    WORK_TABS,
    word,
)
from services.gateway.console.page.layout import CASEWORK, READERS, signed_in

INNER_TABS = frozenset({"evidence", "assessment", "meeting"})
ENDS = {"acceptance": ("accept",), "verification": ("report",), "meeting": ("make", "deny"),
        "feedback": ("give_feedback",), "record_filing": ("file_for_record",)}
TONES = {"passed": "done", "running": "here"}


@blueprint.get("/determinations")
@signed_in
def determinations() -> ResponseReturnValue:
    """The organ's cases; for their subject, their own."""
    return _determinations()


@blueprint.route("/determinations/assign", methods=["GET", "POST"])
@signed_in
def assign_determinations() -> ResponseReturnValue:
    """Assign the ticked cases; loaded again, it is the list."""
    done = request.method == "POST"
    return _determinations(**assigned(of_determination.ASSIGN_DETERMINATION, DETERMINATION) if done else {})


def _determinations(**told: Any) -> ResponseReturnValue:
    roles = set(g.person["roles"])
    casework, tab = bool(roles & CASEWORK), request.args.get("tab", "organ")
    own = "filer" in roles and not casework
    listed = Listed(page="console.determinations", tab=tab, sorts=tuple(CaseSort))
    return list_page(listed, of_determination.DETERMINATIONS, tables.DETERMINATIONS,
                     "console/determination/list.html", own=own, casework=casework,
                     tabs=(WORK_TABS if casework else OWN_TABS).items(),
                     none_here=word(EMPTY_CASES, "own" if own and tab == "organ" else tab),
                     **assigning(tab), **told)


@blueprint.get("/determinations/<case_id>")
@signed_in
def determination(case_id: str) -> ResponseReturnValue:
    """A case: where it is, who has it, what can be done by when."""
    case = CASE.found(case_id)
    kept_out = {"letters"} if rules.is_kept_out(case) else set()
    hidden = frozenset() if rules.is_insider(case) else INNER_TABS | kept_out
    tabs = {code: said for code, said in CASE_TABS.items() if code not in hidden}
    tab = request.args.get("tab", "overview")
    if tab not in tabs:
        raise CaseError("not_found")
    around = frame_of(case)
    return render_template("console/determination/case.html", tab=tab, tabs=tabs.items(), **around,
                           **_tab(case, tab, around["meetings"]))


@blueprint.route("/determinations/<case_id>/act/<verb>", methods=["GET", "POST"])
@blueprint.route("/determinations/<case_id>/act/<verb>/attachments", methods=["GET", "POST"],
                 endpoint="determination_act_with_files")
@signed_in
def determination_act(case_id: str, verb: str) -> ResponseReturnValue:
    """Do one thing to a case."""
    return act_page(CASE, case_id, verb)


def frame_of(case: Answer) -> dict[str, Any]:
    """What every tab shows: the status, the stages, the next step."""
    insider, judged, closed = rules.is_insider(case), rules.judged_by(case), case["state"] in rules.CLOSED
    organ = (lambda: None) if insider else begin(partial(organ_to_ask, case["organ_id"]))
    asked = [begin(partial(ask_if_visible, of_determination.MEETING, meeting_id=each))
             for each in case["meeting_ids"]]
    meetings = [meeting for found in asked if (meeting := found())]     # as far as the person may see them
    appeal = rules.open_appeal(case)
    first, others = steps_of(case, [each for each in meetings if each["state"] not in rules.OVER])
    return {"case": case, "pack": judged, "matter": case, "meetings": meetings, "first": first,
            "others": others, "stage": _stage(case, appeal), "appeal": appeal,
            "running": _running(case, appeal), "limit_source": rules.limit_source(case, appeal),
            "holder": appeal_holder(appeal) if appeal and closed else holder_of(case),
            "decision": rules.current_decision(case), "insider": insider, "organ": organ(),
            "reads_filings": bool(READERS & set(g.person["roles"])),
            "awaited": _awaited(case), "kept_out": rules.is_kept_out(case),
            "from_above": rules.enters_from_above(case),
            "judged": _edition(judged), "run": _edition(rules.run_by(case)),
            "judged_later": case["act"]["since"] < judged.valid_from.isoformat(),
            "closed": closed, "stages": _stages(case, appeal),
            **_form_of(case, first)}


def _stage(case: Answer, appeal: Answer | None) -> str:
    """An appeal opens a closed case to whoever looks at it."""
    state = word(STATES, case["state"])
    if case["state"] not in rules.CLOSED:
        return rules.stage_word(case, state)
    return gettext("申诉（%(state)s）", state=word(STATES, appeal["state"])) if appeal else state


def _running(case: Answer, appeal: Answer | None) -> dict[str, Any] | None:
    """The deadline that runs: the case's own, and once it is closed its appeal's. `since`: from when."""
    matter, since = (appeal, "lodged_at") if case["state"] in rules.CLOSED else (case, "opened_at")
    return {**matter["deadline"], "since": matter[since]} if matter and matter["deadline"] else None


def _awaited(case: Answer) -> list[tuple[str, str]]:
    """What the decision that holds leaves to its subject until a day: an appeal, and what to put right."""
    decision = rules.current_decision(case)
    if decision is None:
        return []
    until = "" if rules.open_appeal(case) else decision["appeal_until"]
    due_on = (decision["terms"]["rectification"] or {}).get("due_on", "")
    return [(what, by) for what, by in ((gettext("提出申诉"), until), (gettext("限期整改"), due_on)) if by]


def _edition(pack: Pack) -> str:
    """A pack by its place and the day from which it holds."""
    return gettext("%(name)s，%(day)s起", name=pack.name, day=day(pack.valid_from.isoformat(), whole=True))


def _form_of(case: Answer, first: Step | None) -> dict[str, Any]:
    """What the form of the next step needs, where it can be filled in right here."""
    if first is None or first.act is None:
        return {}
    return {"act": first.act, "typed": Form(first.act.typed(case)), **first.act.choices(case)}


def _stages(case: Answer, appeal: Answer | None) -> list[dict[str, str]]:
    """The pack's stages as a step line, with the day on which each was passed, and the appeal behind them.
    What ended without a decision has no way on."""
    if case["state"] in rules.CLOSED and case["state"] != "concluded":
        return []
    line = []
    for step in case["stages"]:
        ended = last(case, *ENDS.get(rules.phase_of(case, step["code"]), ()))
        passed = ended if step["standing"] == "passed" else None
        line.append({"word": rules.named(step), "tone": TONES.get(step["standing"], ""),
                     "on": str(passed["at"]) if passed else ""})
    return line + ([{"word": gettext("申诉"), "tone": "here"}] if appeal else [])


def _tab(case: Answer, tab: str, meetings: list[Answer]) -> dict[str, Any]:
    if tab == "assessment":
        similar = ask_if_visible(SIMILAR_CASES, case_id=case["case_id"], limit=10)
        return {"similar": similar, "mine": rules.unanswered_by_me(case), "sets": sets_of(case)}
    if tab == "timeline":
        told = ask_if_visible(MATTER, matter_id=case["case_id"]) or {"deliveries": []}
        return {"entries": told_by(case, rules.noted(case)), "deliveries": told["deliveries"]}
    if tab == "letters":
        return {"letters": letters_of(case["case_id"])}
    if tab == "overview":
        asked = [begin(partial(ask_if_visible, of_filing.FILING, filing_id=each["filing_id"]))
                 for each in case["filings"]]
        linked = [filing for found in asked if (filing := found())]
        reported = bool(case["report_id"] and ask_if_visible(CLUE, report_id=case["report_id"]))
        return {"void_filings": {each["filing_id"]: each for each in linked if each["voided"]},
                "sees_report": reported,
                "parts": parts_of(case, meetings) if rules.is_insider(case) else []}
    return {}


def sets_of(case: Answer) -> list[dict[str, Any]]:
    """Each set of criteria with its questions, who has answered them, and where they differ."""
    items = rules.judged_by(case).criteria_sets
    differing, seen = case["disagreements"], case["assessments"]
    return [{"code": code, "name": word(CRITERIA_SETS, code), "items": items.get(code, ()), "wanted": wanted,
             **dict(zip(("answered", "hidden"), rules.counted(case, code), strict=True)),
             "differing": {each["criterion"] for each in differing if each["criteria_set"] == code},
             "assessments": [each for each in seen if each["criteria_set"] == code]}
            for code, wanted in case["assessors_wanted"].items()]
