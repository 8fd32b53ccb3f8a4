"""One test walks every state with every verb; the table in `moves.py` is all there is."""

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import ChangeContent
from rongcuo.contracts.filing import FilingState as State
from services.filing import domain
from services.filing.domain import ACTIVE, NOT_ACCEPTED, OPEN, RECEIVED, REGISTERED, Filing, Verb
from services.filing.domain.transitions import TABLE
from tests.unit.filing.fakes import RULES
from tests.unit.filing.people import (
    FILER,
    LEAD,
    MAY_6,
    YILIANG,
    accepted,
    content,
    declined,
    objection_decided,
    supplement_requested,
)

PACK, CALENDAR = RULES.pack(YILIANG, MAY_6.date()), RULES.calendar(YILIANG)
LATER = MAY_6 + timedelta(days=1)
UNTOLD = {Verb.REVISE, Verb.DISCARD, Verb.REQUEST_SUPPLEMENT, Verb.PROPOSE_CHANGE}
DECIDED_BY_REVIEW = {Verb.REQUEST_SUPPLEMENT, Verb.ACCEPT, Verb.DECLINE, Verb.TAKE_UP, Verb.UPHOLD}
WAY_TO: dict[State, tuple[Verb, ...]] = {
    State.DRAFT: (),
    State.SUBMITTED: (Verb.SUBMIT,),
    State.SUPPLEMENT_REQUESTED: (Verb.SUBMIT, Verb.REQUEST_SUPPLEMENT),
    State.ACCEPTED: (Verb.SUBMIT, Verb.ACCEPT),
    State.DECLINED: (Verb.SUBMIT, Verb.DECLINE),
    State.OBJECTED: (Verb.SUBMIT, Verb.DECLINE, Verb.OBJECT),
    State.WITHDRAWN: (Verb.SUBMIT, Verb.WITHDRAW),
    State.EXPIRED: (Verb.SUBMIT, Verb.ACCEPT, Verb.EXPIRE),
    State.DISCARDED: (Verb.DISCARD,),
}


def first(*_series: object) -> int:
    return 1


HOW: dict[Verb, Callable[[Filing, datetime], None]] = {
    Verb.REVISE: lambda filing, at: filing.revise(content(title="另一题目"), PACK, at),
    Verb.DISCARD: lambda filing, at: filing.discard(FILER, at),
    Verb.SUBMIT: lambda filing, at: filing.submit(filing.content, PACK, CALENDAR, first, FILER, at),
    Verb.SUPPLEMENT: lambda filing, at: filing.supplement(
        content(description="已补充纪要"), "已补", PACK, CALENDAR, FILER, at),
    Verb.WITHDRAW: lambda filing, at: filing.withdraw("情况有变", FILER, at),
    Verb.WHITELIST: lambda filing, at: filing.whitelist(not filing.whitelisted, "调整", LEAD, at),
    Verb.REQUEST_SUPPLEMENT: lambda filing, at: filing.ask_for_supplement(
        supplement_requested(filing.id, at, at + timedelta(days=7))),
    Verb.ACCEPT: lambda filing, at: filing.accept(accepted(filing.id, at), PACK, first),
    Verb.DECLINE: lambda filing, at: filing.decline(declined(filing.id, at)),
    Verb.OBJECT: lambda filing, at: filing.object("纪要已经交了", FILER, at),
    Verb.TAKE_UP: lambda filing, at: filing.answer_objection(
        objection_decided(filing.id, at, taken_up=True), PACK),
    Verb.UPHOLD: lambda filing, at: filing.answer_objection(
        objection_decided(filing.id, at, taken_up=False), PACK),
    Verb.PROPOSE_CHANGE: lambda filing, at: filing.propose_change("n-C1", FILER, at),
    Verb.CHANGE: lambda filing, at: filing.change(
        "f1.c1", "n-C1", ChangeContent(scope="增加二期", reasons="扩大"), "d" * 64, at, LEAD, at),
    Verb.EXPIRE: lambda filing, at: filing.expire(at + timedelta(days=800)),
}


def use(verb: Verb, filing: Filing, at: datetime = LATER) -> None:
    """Tell a filing to do what the verb says."""
    HOW[verb](filing, at)


def filing_in(state: State) -> Filing:
    filing = Filing.begin("f1", FILER, MAY_6)
    filing.revise(content(), PACK, MAY_6)
    for verb in WAY_TO[state]:
        use(verb, filing)
    assert filing.state is state
    filing.take_events()
    return filing


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verb", HOW)
def test_every_verb_in_every_state_does_what_the_table_says(state: State, verb: Verb) -> None:
    filing = filing_in(state)
    before = deepcopy(filing)
    if (state, verb) in TABLE:
        use(verb, filing)
        assert filing.state is TABLE[state, verb]
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


def test_drafting_moves_nothing_and_all_other_verbs_are_tried() -> None:
    assert set(HOW) == set(Verb) - {Verb.DRAFT} == {verb for _, verb in TABLE}


def test_the_groups_of_states_share_them_out() -> None:
    assert set(State) == {State.DRAFT, State.DISCARDED} | RECEIVED
    assert len(RECEIVED) == len(OPEN) + len(REGISTERED) + len(NOT_ACCEPTED)
    assert ACTIVE & (NOT_ACCEPTED | {State.DRAFT, State.DISCARDED, State.EXPIRED}) == set()


def test_what_is_closed_stays_closed() -> None:
    assert {state for state, _ in TABLE} == {State.DRAFT, State.DECLINED} | ACTIVE


def test_every_move_but_a_drafts_own_and_what_others_tell_is_told() -> None:
    """Review tells of its requests itself, and a change of itself; nobody is told of drafts."""
    for state, verb in TABLE:
        filing = filing_in(state)
        use(verb, filing)
        told = [event.kind for _, event in filing.happened]
        assert len(told) == (0 if verb in UNTOLD else 1), (state, verb, told)


def test_the_picture_in_the_readme_shows_exactly_the_table() -> None:
    picture = Path(domain.__file__).parents[1].joinpath("README.md").read_text("utf-8")
    arrows = set(re.findall(r"(\w+) --> (\w+): (\w+)", picture))
    assert arrows == {(state.value, after.value, verb.value) for (state, verb), after in TABLE.items()}
