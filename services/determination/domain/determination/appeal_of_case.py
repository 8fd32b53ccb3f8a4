"""The case under appeal: what is appealed against, until when, and what a panel makes of it."""

from datetime import date

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.determination import Opinion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from services.determination.domain.determination.decision import Basis, Decision, local_day, today
from services.determination.domain.determination.decision_making import (
    begin_appeal_period,
    change_current,
    decide,
    decision_held,
    require_terms_of,
)
from services.determination.domain.determination.determination import Determination
from services.determination.domain.determination.severity import Said, require_no_heavier, weighed
from services.determination.domain.determination.verbs import Verb

MILDER_ELSEWHERE = "milder_elsewhere"
UNSEATED = "unseat_panel"


def lodge_appeal(case: Determination, appeal_id: str, occasion: Occasion,
                 handed_in_on: date | None = None) -> Decision:
    """The subject appeals; the decision against which they do. It holds until the appeal is decided."""
    case.require(Verb.LODGE_APPEAL, occasion)
    entered = "" if case.subject.officer_id else _handed_in(case, handed_in_on, occasion).isoformat()
    case.turn(Verb.LODGE_APPEAL, occasion, entered)
    case.open_appeal = appeal_id
    held = decision_held(case)
    case.appealed = held.decision_id
    case.tell(Verb.LODGE_APPEAL, occasion)
    return held


def heed_milder(case: Determination, other: Determination, occasion: Occasion) -> bool:
    """Another case has decided the same act, milder in some term: this decision can be appealed against
    anew, from now on. What an appeal settled is final, or who withdrew one has forgone, and what is under
    appeal is heard."""
    held, milder = case.current, other.current
    if not (held and milder) or held.appeal_until is None or case.open_appeal:
        return False
    if not weighed(milder.said, held.said, occasion.pack).heavier:
        return False
    begin_appeal_period(case, occasion)
    case.note(MILDER_ELSEWHERE, occasion, other.number)
    case.tell(MILDER_ELSEWHERE, occasion, other.number)
    return True


def seat_panel(case: Determination, panel: frozenset[str]) -> None:
    """The panel of an appeal may read the case."""
    case.readers |= panel


def unseat_panel(case: Determination, panel: frozenset[str], occasion: Occasion) -> None:
    """Who hears no appeal any more, has the case to read no longer, nor its letters."""
    if panel:
        case.readers -= panel
        case.tell(UNSEATED, occasion, "", *sorted(panel))


def may_go_back_to(case: Determination, officer: OfficerView) -> None:
    """Where the appeal opens it again, whoever held it goes on with it, in post and free as they are."""
    if officer.officer_id == case.assignee_id and case.judges_among((officer,)):
        case.goes_back_to = Holder.of(officer)


def drop_appeal(case: Determination, panel: frozenset[str], named: bool, occasion: Occasion) -> None:
    """The subject took the appeal back. Another one is possible while the period runs; but none once a panel
    was `named`, or one could go from panel to panel."""
    case.open_appeal = ""
    unseat_panel(case, panel, occasion)
    if named:
        change_current(case, appeal_until=None, forgone=True)
    case.note("withdraw_appeal", occasion)


def would_uphold(case: Determination, opinion: Opinion, occasion: Occasion) -> bool:
    """Whether a panel that says so upholds the decision; refused where anything else it says is heavier,
    or no decision could say it."""
    former, later = decision_held(case), Said(opinion.outcome, opinion.terms)
    if former.says(later.outcome, later.terms):
        return True
    require_no_heavier(former.said, later, occasion.pack, opinion.consent, "appeal.harsher", today(occasion))
    require_terms_of(case, later.outcome, later.terms, occasion, opinion.overturned)
    return False


def answer_appeal(case: Determination, opinion: Opinion, panel: frozenset[str], occasion: Occasion) -> bool:
    """Whether the panel upheld the decision; anything else it says takes its place. Who upheld it had a say
    in it: they hear no other appeal against it."""
    upheld = would_uphold(case, opinion, occasion)
    case.open_appeal = ""
    if upheld:
        change_current(case, appeal_until=None, deciders=decision_held(case).deciders | panel)
        case.note("uphold", occasion)
    else:
        case.note("change_on_appeal", occasion, opinion.outcome.value)
        decide(case, Basis.APPEAL, opinion.outcome, opinion.terms, panel, occasion, "", opinion.consent,
               opinion.overturned)
    return upheld


def _handed_in(case: Determination, day: date | None, occasion: Occasion) -> date:
    """On which day somebody without an account appealed: in time, whenever it is entered."""
    held = decision_held(case)
    if day is None or not local_day(held.decided_at) <= day <= today(occasion):
        raise CaseError("appeal.handed_in_wrong")
    if held.appeal_until and day > held.appeal_until and case.state is not State.FEEDBACK:
        raise CaseError("appeal.too_late", details={"until": held.appeal_until.isoformat()})
    return day
