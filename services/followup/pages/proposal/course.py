"""How a proposal goes, in words: who has it, its step line, what came of it, what happened, what is next."""

from typing import Any

from flask_babel import gettext

from services.followup.pages.proposal.acts import PROPOSAL
from services.followup.pages.proposal.words import STATES, VERBS, WAY
from services.gateway.console.case.actions import Act
from services.gateway.console.case.holders import PLACES, holder_of
from services.gateway.console.case.parts import last, step_line
from services.gateway.console.page.backend import Answer, organ_name
from services.gateway.console.page.labels import word

OVER = ("looked_back", "recurred", "withdrawn")
OF_THE_UNIT = ("delivered", "acknowledged", "planned", "returned")
OF_THE_LEADS = ("reviewed", "evaluated")
AT = {"draft": 0, "reviewed": 1, "approved": 2, "delivered": 3, "acknowledged": 4, "planned": 5,
      "returned": 5, "replied": 6, "evaluated": 6, "referred": 6, "closed": 7, "once_looked_back": 7,
      "looked_back": 8, "recurred": 8}
DONE_BY = (("review_proposal",), ("approve_proposal",), ("deliver",), ("acknowledge_proposal",),
           ("plan_rectification",), ("reply",), ("close_proposal", "record_superior"), ("look_back",))
TOLD = frozenset({
    "review_proposal", "send_back", "sign_for", "acknowledge_proposal", "extend_reply", "remind",
    "close_proposal", "return_rectification", "refer", "record_superior", "withdraw_proposal",
    "addressee_named", "found_again", "recuse"})


def worded(proposal: Answer) -> list[Answer]:
    """What happened, in a proposal's own words; of the organ nobody is named to others."""
    return [{**each, "what": str(VERBS.get(each["what"], each["what"])),
             "actor_name": each["actor_name"] or organ_name(proposal["organ_id"]),
             "note": each["note"] if each["what"] in TOLD else ""} for each in proposal["history"]]


def holder_of_proposal(proposal: Answer) -> str:
    """Who has to act, of a line as of a page: the unit, while its answer is awaited; the organ,
    where nobody of it is named to the reader."""
    if proposal["state"] in OVER:
        return str(PLACES["nobody"])
    if proposal["state"] in OF_THE_UNIT:
        return str(proposal.get("unit_now") or proposal["addressee"])
    if proposal["state"] in OF_THE_LEADS:
        return gettext("负责人（待批准、决定）")
    if proposal.get("held_by") == "assignment":
        return holder_of(proposal)
    return str(proposal["assignee_name"]) or organ_name(proposal["organ_id"])


def steps_of_way(proposal: Answer) -> list[dict[str, str]]:
    """From the draft to the looks back, with the day on which each was over."""
    if proposal["state"] not in AT:
        return []
    here, found = AT[proposal["state"]], [last(proposal, *verbs) for verbs in DONE_BY]
    days = [each["at"] if each and place < here else "" for place, each in enumerate(found)]
    return step_line([str(each) for each in WAY], days, here)


def outcome_of(proposal: Answer) -> str:
    """What came of it, in one calm sentence; nothing before it is over."""
    return word(STATES, proposal["state"]) if proposal["state"] in OVER else ""


def steps_of(proposal: Answer) -> dict[str, Any]:
    """The first step that is wanted, and the others with where their forms are."""
    may = [verb for verb in PROPOSAL.acts if verb in proposal["allowed"]]
    first = next((verb for verb in _wanted(proposal) if verb in may), "")
    act = PROPOSAL.acts.get(first)
    others = [{"word": called(proposal, PROPOSAL.acts[verb]), "address": PROPOSAL.address(proposal, verb)}
              for verb in may if verb != first]
    return {"first": act, "first_word": called(proposal, act) if act else "", "others": others}


def called(proposal: Answer, act: Act) -> str:
    """The word of an act, as this proposal has it."""
    if act.verb == "assign" and proposal["assignee_id"]:
        return gettext("改派")
    if act.verb == "sign_for" and not proposal["to_us"]:
        return gettext("登记纸质签收")
    if act.verb == "plan_rectification" and proposal["plans"]:
        return gettext("修改整改方案")
    return str(act.word)


def _wanted(proposal: Answer) -> list[str]:
    """Verbs in the order in which the proposal needs them. What the unit does stands first for the unit, and
    for whoever enters its papers only where there is nothing else."""
    ours, signed = proposal["to_us"], proposal["receipt"] is not None
    needed = (
        ("assign", not proposal["assignee_id"]), ("review_proposal", True), ("approve_proposal", True),
        ("deliver", True), ("sign_for", ours or not signed), ("acknowledge_proposal", True),
        ("plan_rectification", not proposal["plans"]), ("reply", True), ("evaluate_rectification", True),
        ("close_proposal", True), ("return_rectification", True),
        ("refer", proposal["state"] == "evaluated"), ("record_superior", True), ("look_back", True),
        ("revise_proposal", True), ("remind", proposal["late"]))
    return [verb for verb, is_needed in needed if is_needed]
