"""How a programme goes, in words: who has it, its step line, what came of it, what happened, what is next."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext

from services.followup.pages.programme.acts import PROGRAMME
from services.followup.pages.programme.forms import declined, goals, made, plan_to_read, planned
from services.followup.pages.programme.words import DUTIES, STATES, VERBS
from services.gateway.console.case.actions import Act
from services.gateway.console.case.holders import PLACES, holder_of
from services.gateway.console.case.parts import CasePart, last, step_line
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.dates import day
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import word

ACTS_ON: Mapping[str, Callable[[Answer], Any]] = {     # what there has to be for it
    "sign_plan": plan_to_read, "record_visit": planned, "decline_visit": planned, "cancel_visit": planned,
    "accept_visit": declined, "correct_talk": made, "record_milestone": goals}
DONE_BY = {"execution": "check_execution", "gathering": "gather", "end_notice": "tell_end",
           "conclusion": "complete"}
WAY = ("counselling", "assistance", "tracking", "concluding")


def worded(programme: Answer) -> list[Answer]:
    """What happened, in a programme's own words; a note that is a code is not read out."""
    told = ("recuse", "hand_up", "name_mentor", "go_on_unsigned", "extend_execution", "classify")
    return [{**each, "what": str(VERBS.get(each["what"], each["what"])),
             "note": each["note"] if each["what"] in told else ""} for each in programme["history"]]


def holder_of_programme(programme: Answer) -> str:
    """Who has it."""
    if programme["state"] in ("completed", "ended"):
        return str(PLACES["nobody"])
    if any(each["step"] == programme["state"] and not each["signature"] for each in programme["records"]):
        return gettext("%(name)s（待本人签字）", name=programme["person"]["name"])
    return holder_of(programme) if programme["held_by"] == "assignment" else programme["assignee_name"]


def steps_of_way(programme: Answer) -> list[dict[str, str]]:
    """The three steps and the end, with the day on which each was over."""
    if programme["state"] == "ended":
        return []
    signed = [each["signature"]["at"] for each in programme["records"] if each["signature"]]
    done = last({"history": programme["history"]}, "complete")
    days = [*signed, *[""] * (len(WAY) - 1 - len(signed)), done["at"] if done else ""]
    here = WAY.index(programme["state"]) if programme["state"] in WAY else len(WAY)
    return step_line([word(STATES, each) for each in WAY], days, here)


def duties_of(programme: Answer) -> list[CasePart]:
    """What is due, by its day; of a programme that is over nothing is open any more."""
    over = programme["state"] in ("completed", "ended")
    return [CasePart(word=word(DUTIES, each["kind"]), said=_due(programme, each),
                     standing="done" if each["done"] else "not_asked" if over else "open")
            for each in programme["duties"]]


def _due(programme: Answer, duty: Answer) -> str:
    on = day(duty["due_on"])
    if done := _done_on(programme, duty):
        return gettext("%(due)s前应办，%(done)s已办", due=on, done=day(done))
    return gettext("%(day)s（暂定）", day=on) if duty["provisional"] else on


def _done_on(programme: Answer, duty: Answer) -> str:
    """When a duty was done, as far as the reader is told."""
    if not duty["done"]:
        return ""
    if duty["visit"]:
        visit = next(each for each in programme["visits"] if each["number"] == duty["visit"])
        return str(visit["on"]) if visit["state"] == "made" else ""
    told = last(programme, DONE_BY[duty["kind"]]) if duty["kind"] in DONE_BY else None
    return str(told["at"]) if told else ""


def outcome_of(programme: Answer) -> str:
    """What came of it, in one calm sentence; nothing before it is over."""
    return word(STATES, programme["state"]) if programme["state"] in ("completed", "ended") else ""


def steps_of(programme: Answer) -> dict[str, Any]:
    """The first step that is wanted, and the others with where their forms are."""
    may = [verb for verb in PROGRAMME.acts if verb in programme["allowed"]
           and (verb not in ACTS_ON or ACTS_ON[verb](programme))]
    first = next((verb for verb in _wanted(programme) if verb in may), "")
    act = PROGRAMME.acts.get(first)
    others = [{"word": called(programme, PROGRAMME.acts[verb]), "address": PROGRAMME.address(programme, verb)}
              for verb in may if verb != first]
    inline = act is not None and first == "read_card"
    return {"first": act, "first_word": called(programme, act) if act else "", "others": others,
            "inline": inline, **({"act": act, "typed": Form(), **act.choices(programme)} if inline and act
                                 else {})}


def called(programme: Answer, act: Act) -> str:
    """The word of an act, as this programme has it."""
    if act.verb == "assign" and programme["assignee_id"]:
        return gettext("改派")
    if act.verb == "write_plan" and programme["plans"]:
        return gettext("修改成长方案")
    if act.verb == "sign_step" and not programme["theirs"]:
        return gettext("登记本人签字")
    return str(act.word)


def _wanted(programme: Answer) -> list[str]:
    """Verbs in the order in which the programme needs them."""
    state, waits = programme["state"], bool(planned(programme))
    written = any(each["step"] == state for each in programme["records"])
    executed = len(programme["executed"]) == 3
    needed = (
        ("read_card", True), ("assign", not programme["assignee_id"]), ("sign_step", written),
        ("sign_plan", programme["theirs"]), ("record_visit", waits),
        ("answer_escalation", True), ("check_execution", not executed),
        ("name_mentor", state == "assistance" and programme["mentor"] is None),
        ("write_plan", state == "assistance" and not programme["plans"]), ("sign_plan", True),
        ("write_step", not written), ("gather", programme["gathered"] is None),
        ("record_unit_evaluation", state == "concluding" and programme["unit_evaluation"] is None),
        ("evaluate", programme["evaluation"] is None), ("complete", True), ("plan_visit", not waits),
        ("remark", programme["theirs"]))
    return [verb for verb, is_needed in needed if is_needed]
