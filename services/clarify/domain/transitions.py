"""The life of a report on one page: which verb leads from which state to which, what must hold before, and in
whose hands it is meanwhile."""

from collections.abc import Mapping
from typing import Any, Final

from rongcuo.casework.guards import (
    actor_holds_the_case,
    actor_not_recused_yet,
    clock_runs,
    clock_stands_still,
    extension_remains,
)
from rongcuo.casework.holding import Holding, at_work, in_verification
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.clarify import ReportState as State
from rongcuo.contracts.review import HeldBy
from services.clarify.domain.guards import (
    acceptance_was_told,
    actor_did_not_find,
    actor_is_not_apart,
    actor_is_of_the_team,
    clearing_is_answered,
    clearing_is_asked,
    everything_was_found,
    name_was_asked_about,
    reporter_can_be_told,
    reporter_is_reachable,
    team_verifies,
)
from services.clarify.domain.verbs import Verb

AT_WORK = (State.RECEIVED, State.ACCEPTED, State.HANDLING, State.HELD, State.CONCLUDING, State.FEEDBACK)
HANDLED = (State.ACCEPTED, State.HANDLING, State.HELD, State.CONCLUDING)
TIMED = (State.ACCEPTED, State.HANDLING, State.HELD, State.CONCLUDING)
SETTLED = (State.CONCLUDING, State.FEEDBACK, State.CLOSED)     # nobody looks into it any more
WITH_REPORTER = (State.REGISTERED, *AT_WORK, State.NOT_ACCEPTED, State.CLOSED)     # they write here

STAYING: Mapping[Verb, tuple[State, ...]] = {
    Verb.ASSIGN: AT_WORK,
    Verb.RECUSE: AT_WORK,
    Verb.HAND_UP: AT_WORK,
    Verb.POST_ENDED: AT_WORK,
    Verb.FORM_TEAM: (State.HANDLING,),
    Verb.SUSPEND: TIMED,
    Verb.RESUME: TIMED,
    Verb.EXTEND: TIMED,
    Verb.CONFIRM_REPORTER: (State.RECEIVED, *HANDLED),
    Verb.LEAVE_ANONYMOUS: (State.RECEIVED, *HANDLED),
    Verb.LINK: (State.RECEIVED, *HANDLED),
    Verb.CLASSIFY: (State.RECEIVED, *HANDLED),
    Verb.JUDGE_MATCH: (State.RECEIVED, *HANDLED),
    Verb.ANSWER_CLEARING: (State.CONCLUDING,),
    Verb.TELL_ACCEPTANCE: HANDLED,
    Verb.RETROSPECT: (State.FEEDBACK, State.CLOSED),
    Verb.TAKE_MESSAGE: WITH_REPORTER,
    Verb.TAKE_REQUEST: WITH_REPORTER,
    Verb.TAKE_RECEIPT: (*HANDLED, State.FEEDBACK, State.CLOSED),
    Verb.TAKE_CHECK: (State.RECEIVED, *HANDLED, State.FEEDBACK, State.CLOSED),
}
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    (State.REGISTERED, Verb.OPEN): State.RECEIVED,
    (State.RECEIVED, Verb.ACCEPT): State.ACCEPTED,
    (State.RECEIVED, Verb.REFUSE): State.NOT_ACCEPTED,
    (State.RECEIVED, Verb.PASS_UP): State.PASSED_UP,
    (State.ACCEPTED, Verb.PASS_UP): State.PASSED_UP,
    **{(state, verb): after for state in (State.ACCEPTED, State.HANDLING, State.HELD) for verb, after in (
        (Verb.INQUIRE, State.HANDLING), (Verb.VERIFY, State.HANDLING), (Verb.HOLD, State.HELD),
        (Verb.SETTLE, State.CONCLUDING))},
    (State.HANDLING, Verb.FIND): State.CONCLUDING,
    (State.CONCLUDING, Verb.FIND): State.CONCLUDING,
    (State.CONCLUDING, Verb.RETURN): State.HANDLING,
    (State.CONCLUDING, Verb.CLOSE): State.CLOSED,
    (State.CONCLUDING, Verb.AWAIT_FEEDBACK): State.FEEDBACK,
    (State.FEEDBACK, Verb.TELL_RESULT): State.CLOSED,
}

CLOSES: tuple[Guard, ...] = (actor_is_not_apart, everything_was_found, clearing_is_answered,
                             name_was_asked_about, acceptance_was_told, actor_did_not_find)
FREE: tuple[Guard, ...] = (actor_is_not_apart,)
GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    **dict.fromkeys((Verb.ASSIGN, Verb.FORM_TEAM, Verb.ACCEPT, Verb.REFUSE, Verb.PASS_UP, Verb.LINK,
                     Verb.CLASSIFY, Verb.JUDGE_MATCH, Verb.INQUIRE, Verb.VERIFY, Verb.HOLD, Verb.RETURN,
                     Verb.RETROSPECT, Verb.SETTLE), FREE),
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.SUSPEND: (actor_is_not_apart, clock_runs),
    Verb.RESUME: (actor_is_not_apart, clock_stands_still),
    Verb.EXTEND: (actor_is_not_apart, clock_runs, extension_remains),
    Verb.CONFIRM_REPORTER: (actor_is_not_apart, reporter_is_reachable),
    Verb.LEAVE_ANONYMOUS: (actor_is_not_apart, reporter_is_reachable),
    Verb.FIND: (actor_is_not_apart, team_verifies, actor_holds_the_case, actor_is_of_the_team),
    Verb.ANSWER_CLEARING: (actor_is_not_apart, everything_was_found, clearing_is_asked),
    Verb.CLOSE: CLOSES,
    Verb.AWAIT_FEEDBACK: CLOSES,
    Verb.TELL_ACCEPTANCE: (actor_is_not_apart, reporter_can_be_told),
    Verb.TELL_RESULT: (actor_is_not_apart, reporter_can_be_told),
}

TRANSITIONS: Final = Transitions(TABLE, "clarify.move_not_allowed", GUARDS)


def _handled(report: Any) -> HeldBy:
    verifies = report.disposal is ReportDisposal.VERIFY
    return in_verification(report) if verifies else at_work(report)


def _concluded(report: Any) -> HeldBy:
    """With the leads once nothing but their word is missing."""
    return HeldBy.DECISION if report.ready_to_close else at_work(report)


HELD: Final[Mapping[State, Holding]] = {
    **dict.fromkeys((State.REGISTERED, State.RECEIVED, State.ACCEPTED, State.HELD, State.FEEDBACK), at_work),
    State.HANDLING: _handled,
    State.CONCLUDING: _concluded,
    **dict.fromkeys((State.CLOSED, State.NOT_ACCEPTED, State.PASSED_UP), HeldBy.NOBODY),
}
