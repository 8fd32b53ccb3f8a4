"""本人意见: what somebody thinks of a plan. Each answer names the plan that it is of, and stands until their
next one: who asks again, or plans otherwise, takes it from nobody."""

from dataclasses import replace
from hashlib import sha256
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClearingOpinion, Plan
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.clarification import letters
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.plan import is_own, others_words, require_given_then, require_sound
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb


def make_plan(case: Facts, plan: Plan, occasion: Occasion) -> None:
    """About another plan they are asked anew; why it is so is not what they are asked about."""
    case.require(Verb.PLAN, occasion)
    require_sound(plan, case.allegations, case.untrue)
    before, case.plan = case.plan_digest, plan
    if case.plan_digest != before:
        case.opinion_clock = None
    case.step(Verb.PLAN, occasion)


class Asking(Facts, letters.Written, Protocol):
    """A `Clarification`."""


def ask(case: Asking, occasion: Occasion) -> None:
    """拟澄清告知书: what is to be said to whom, and by when they can say what they think of it."""
    case.require(Verb.ASK_OPINION, occasion)
    case.opinion_clock = DeadlineClock(occasion.now, occasion.pack.clarification.opinion_within)
    case.opinion_told = occasion.due(case.opinion_clock).date
    case.plans_asked |= {case.plan_digest}
    case.turn(Verb.ASK_OPINION, occasion)
    case.record(letters.opinion_asked(case, occasion))


def give(case: Facts, opinion: ClearingOpinion, occasion: Occasion) -> None:
    """Theirs, by themselves, or entered with the paper; given after they were asked, of this very plan."""
    case.require(Verb.GIVE_OPINION, occasion)
    require_given_then(opinion, case.opinion_clock, occasion)
    _require_of_this_plan(case, opinion)
    case.opinion = replace(opinion, plan=case.plan_digest,
                           entered_by=case.entering(opinion.attachments, occasion, opinion.of_whom))
    case.step(Verb.GIVE_OPINION, occasion)


def digest_of_plan(plan: Plan | None, lines: tuple[str, ...]) -> str:
    """SHA-256 of what they are asked about: what is said, to whom, where, and who else hears of it; empty
    where there is no plan."""
    if plan is None:
        return ""
    parts = (plan.head, *lines, *(f"{each.mode} {each.who} {each.place}" for each in plan.audiences),
             *others_words(plan))
    return sha256("\n".join(parts).encode()).hexdigest()


def is_answered(opinion: ClearingOpinion | None, plan_digest: str) -> bool:
    """By themselves: what somebody entered for them, they can put right as long as they have time. What was
    answered before answers named their plan is of the plan that stood."""
    return opinion is not None and is_own(opinion) and opinion.plan in ("", plan_digest)


def _require_of_this_plan(case: Facts, opinion: ClearingOpinion) -> None:
    """Of several, an answer says which. Raises `clarify.opinion_of_which_plan`,
    `clarify.opinion_of_another_plan`."""
    if not opinion.plan and len(case.plans_asked) > 1:
        raise CaseError("clarify.opinion_of_which_plan")
    if opinion.plan not in ("", case.plan_digest):
        raise CaseError("clarify.opinion_of_another_plan")
