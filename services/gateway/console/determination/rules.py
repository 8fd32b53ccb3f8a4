"""The rules that hold for a case, and how it stands to the person who looks at it."""

from flask import g
from flask_babel import LazyString

from rongcuo.contracts.determination import Outcome
from rongcuo.policy.pack import Item, Pack, Source
from services.gateway.console.page.backend import Answer, rules
from services.gateway.console.page.labels import CRITERIA_SETS, FORMS, NEGATIVE_ANSWERS
from services.gateway.console.page.language import in_english

FIRST_FORM = 1   # 第一种形态, the last that is no sanction
APPEALED = frozenset({"lodged", "reviewed"})
INSIDE = frozenset({"reviewer", "lead", "member", "supervisor"})
CLOSED = frozenset({"concluded", "refused", "withdrawn"})
OVER = frozenset({"signed", "cancelled"})     # meetings


def judged_by(case: Answer) -> Pack:
    """The lists, criteria and outcomes in force when the act happened."""
    return rules().pack_by_id(case["judged_by"])


def run_by(case: Answer) -> Pack:
    """The stages and limits in force when the case was opened."""
    return rules().pack_by_id(case["run_by"])


def is_insider(case: Answer) -> bool:
    """Whether the person sees the case from within; its subject never does, nor whoever was recused."""
    return not case["withheld"] and bool(INSIDE & set(g.person["roles"])) and not _is_mine(case)


def is_kept_out(case: Answer) -> bool:
    """Whether the person sees no more than that there is a case, as one of its subject's unit."""
    return case["withheld"] and not _is_mine(case)


def enters_from_above(case: Answer) -> bool:
    """Whether the person sees of the case what a lead above needs to enter an appeal on paper."""
    above = case["organ_id"] != g.person["organ_id"] and "lead" in g.person["roles"]
    return is_kept_out(case) and above and not case["subject"]["officer_id"]


def _is_mine(case: Answer) -> bool:
    return bool(case["subject"]["officer_id"] == g.person["officer_id"])


def assessed(case: Answer) -> list[str]:
    """The sets of criteria that somebody has answered, in order."""
    return list(dict.fromkeys(each["criteria_set"] for each in case["assessments"]))


def counted(case: Answer, criteria_set: str) -> tuple[int, int]:
    """How many have answered a set, and the answers of how many of them the person does not see."""
    recused = {each["officer_id"] for each in case["recusals"]}
    seen = sum(each["criteria_set"] == criteria_set and each["assessor_id"] not in recused
               for each in case["assessments"])
    known = case["assessors_counted"].get(criteria_set, 0)
    return known, max(known - seen, 0)


def unseen(case: Answer) -> list[str]:
    """The sets that somebody has answered, and of which the person sees no answer."""
    return [code for code in case["assessors_counted"]
            if counted(case, code)[1] and code not in assessed(case)]


def unanswered_by_me(case: Answer) -> list[str]:
    """The sets that the pack asks for and the person has not answered yet."""
    mine = {each["criteria_set"] for each in case["assessments"]
            if each["assessor_id"] == g.person["officer_id"]}
    return [code for code in case["assessors_wanted"] if code not in mine]


def unanswered_items(case: Answer) -> list[str]:
    """The items of the negative list that nobody has answered yet."""
    known = {finding["item"] for finding in case["negative_findings"]}
    return [code for code in judged_by(case).negative_list if code not in known]


def hits(case: Answer) -> list[Answer]:
    """The items of the negative list that apply."""
    return [finding for finding in case["negative_findings"] if finding["answer"] == "hit"]


def current_decision(case: Answer) -> Answer | None:
    """The decision that holds."""
    return next((each for each in case["decisions"] if each["standing"] == "current"), None)


def open_appeal(case: Answer) -> Answer | None:
    """The appeal that is being heard."""
    return next((each for each in case["appeals"] if each["state"] in APPEALED), None)


def no_harsher(case: Answer) -> list[Item]:
    """The outcomes that may take the place of the decision that holds."""
    outcomes, decision = judged_by(case).outcomes, current_decision(case)
    mildest_first = [outcome.value for outcome in Outcome]
    most = mildest_first.index(decision["outcome"]) if decision else len(mildest_first)
    return [outcomes[code] for code in mildest_first[:most + 1] if code in outcomes]


def as_decided(case: Answer) -> list[Item]:
    """A correction mends words: the outcome stays."""
    return no_harsher(case)[-1:]


def forms_left(case: Answer) -> list[tuple[int, LazyString]]:
    """The forms of discipline that may be chosen: none above the decision that holds, and beside an exemption
    no sanction."""
    decision = current_decision(case)
    most = decision["terms"]["discipline_form"] if decision else len(FORMS) - 1
    outcome = decision["outcome"] if decision else case["resolved"]
    return list(enumerate(FORMS))[:1 + (min(most, FIRST_FORM) if outcome == "exempt" else most)]


def as_it_stands(case: Answer) -> Answer:
    """The decision that holds, as a form holds it."""
    decision = current_decision(case)
    return as_typed(decision) if decision else {}


def as_typed(decision: Answer) -> Answer:
    """An outcome and its terms, as a form holds them."""
    terms = decision["terms"]
    due = terms["rectification"] or {"what": "", "due_on": ""}
    return {**terms, "outcome": decision["outcome"], "conditions": "\n".join(terms["conditions"]),
            "rectification": due["what"], "due_on": due["due_on"]}


def noted(case: Answer) -> dict[str, str]:
    """The codes that stand in a case's notes, in words."""
    pack = judged_by(case)
    items = {f"{code}:{answer}": f"{_called(item)} · {said}" for code, item in pack.negative_list.items()
             for answer, said in NEGATIVE_ANSWERS.items()}
    outcomes = {code: _called(item) for code, item in pack.outcomes.items()}
    return {**items, **outcomes, **{code: str(said) for code, said in CRITERIA_SETS.items()}}


def _called(item: Item) -> str:
    return item.name_en if in_english() else item.name


def named(step: Answer) -> str:
    """A stage by the name that the pack gives it, in the person's language."""
    return str(step["name_en" if in_english() else "name"])


def phase_of(case: Answer, code: str) -> str:
    """What happens in a stage, whatever the pack calls it."""
    return next((str(stage.phase) for stage in run_by(case).determination_stages if stage.code == code), "")


def limit_source(case: Answer, appeal: Answer | None = None) -> Source | None:
    """What the limit that runs rests on: the stage's, and once the case is closed its appeal's."""
    if appeal and case["state"] in CLOSED:
        return run_by(case).appeal.source
    return next((stage.source for stage in run_by(case).determination_stages if stage.code == case["stage"]),
                None)


def stage_word(case: Answer, otherwise: str) -> str:
    """The running stage."""
    return next((named(step) for step in case["stages"] if step["standing"] == "running"), otherwise)
