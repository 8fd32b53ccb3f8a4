"""One test walks every state with every verb; the table in `moves.py` is all there is."""

from copy import deepcopy
from datetime import datetime, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState as State
from services.filing.domain import ACTIVE, MOVES, NOT_ACCEPTED, OPEN, RECEIVED, REGISTERED, Filing, Verb
from tests.unit.filing.fakes import RULES
from tests.unit.filing.people import (
    FILER,
    LEAD,
    MAY_6,
    YILIANG,
    accepted,
    content,
    declined,
    supplement_requested,
)

PACK, CALENDAR = RULES.pack(YILIANG, MAY_6.date()), RULES.calendar(YILIANG)
LATER = MAY_6 + timedelta(days=1)
MUCH_LATER = MAY_6 + timedelta(days=800)
DECIDED_BY_REVIEW = {Verb.REQUEST_SUPPLEMENT, Verb.ACCEPT, Verb.DECLINE}
WAY_TO: dict[State, tuple[Verb, ...]] = {
    State.DRAFT: (),
    State.SUBMITTED: (Verb.SUBMIT,),
    State.SUPPLEMENT_REQUESTED: (Verb.SUBMIT, Verb.REQUEST_SUPPLEMENT),
    State.ACCEPTED: (Verb.SUBMIT, Verb.ACCEPT),
    State.DECLINED: (Verb.SUBMIT, Verb.DECLINE),
    State.WITHDRAWN: (Verb.SUBMIT, Verb.WITHDRAW),
    State.EXPIRED: (Verb.SUBMIT, Verb.ACCEPT, Verb.EXPIRE),
}


def first(*_series: object) -> int:
    return 1


def use(verb: Verb, filing: Filing, at: datetime = LATER) -> None:
    """Tell a filing to do what the verb says."""
    match verb:
        case Verb.DRAFT:
            pytest.fail("a filing is drafted once, by `Filing.begin`")
        case Verb.REVISE:
            filing.revise(content(title="另一题目"), PACK, at)
        case Verb.SUBMIT:
            filing.submit(PACK, CALENDAR, first, FILER, at)
        case Verb.SUPPLEMENT:
            filing.supplement(content(description="已补充纪要"), "已补", PACK, CALENDAR, FILER, at)
        case Verb.WITHDRAW:
            filing.withdraw("情况有变", FILER, at)
        case Verb.WHITELIST:
            filing.whitelist(not filing.whitelisted, "调整", LEAD, at)
        case Verb.REQUEST_SUPPLEMENT:
            filing.ask_for_supplement(supplement_requested(filing.id, at, at + timedelta(days=7)))
        case Verb.ACCEPT:
            filing.accept(accepted(filing.id, at), PACK, first)
        case Verb.DECLINE:
            filing.decline(declined(filing.id, at))
        case Verb.EXPIRE:
            filing.expire(MUCH_LATER)


def filing_in(state: State) -> Filing:
    filing = Filing.begin("f1", content(), PACK, FILER, MAY_6)
    for verb in WAY_TO[state]:
        use(verb, filing)
    assert filing.state is state
    filing.take_events()
    return filing


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verb", [verb for verb in Verb if verb is not Verb.DRAFT])
def test_every_verb_in_every_state_does_what_the_table_says(state: State, verb: Verb) -> None:
    filing = filing_in(state)
    before = deepcopy(filing)
    if (state, verb) in MOVES:
        use(verb, filing)
        assert filing.state is MOVES[state, verb]
        assert filing != before
    elif verb in DECIDED_BY_REVIEW:
        use(verb, filing)
        assert filing.history[-1].what == "decision_too_late"
        assert filing.history[-1].note == verb.value
        filing.history = before.history
        assert (filing, filing.happened) == (before, [])
    else:
        with pytest.raises(CaseError) as refusal:
            use(verb, filing)
        assert refusal.value.code == "filing.move_not_allowed"
        assert (filing, filing.happened) == (before, [])


def test_drafting_moves_nothing() -> None:
    assert not any(verb is Verb.DRAFT for _, verb in MOVES)


def test_the_groups_of_states_share_them_out() -> None:
    assert set(State) == {State.DRAFT} | RECEIVED
    assert len(RECEIVED) == len(OPEN) + len(REGISTERED) + len(NOT_ACCEPTED)
    assert ACTIVE & (NOT_ACCEPTED | {State.DRAFT, State.EXPIRED}) == set()


def test_what_is_closed_stays_closed() -> None:
    assert {state for state, _ in MOVES} == {State.DRAFT} | ACTIVE


def test_every_move_but_a_drafts_own_and_a_request_of_review_is_told() -> None:
    """Review tells of its requests itself; nobody is told of drafts."""
    for state, verb in MOVES:
        filing = filing_in(state)
        use(verb, filing)
        told = [event.kind for _, event in filing.happened]
        assert len(told) == (0 if verb in {Verb.REVISE, Verb.REQUEST_SUPPLEMENT} else 1), (state, verb, told)
