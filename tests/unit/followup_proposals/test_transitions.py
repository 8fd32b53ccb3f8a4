"""The product of states and verbs of a proposal: what is in the table happens, what is not is refused without
a trace."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from itertools import product

import pytest

from rongcuo.casework.holding import held_by
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProposalMark
from rongcuo.contracts.followup import ProposalState as State
from rongcuo.contracts.review import HeldBy, RecusalGround
from services.followup.domain.proposal import AWAITED, ENDED, FOLLOWING, TRANSITIONS, Proposal
from services.followup.domain.proposal import ProposalVerb as Verb
from services.followup.domain.proposal.transitions import GUARDS, TABLE
from tests.unit.followup.scene import KIN, LEAD, PAPER, WANG, ZHAO
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import CASES, HEAD, MEASURES, NOW, TEXT, UNIT_PERSON, by
from tests.unit.review.scene import holder, view

FAILED = ProposalMark.FAILED


def ready(state: State, verb: Verb) -> tuple[Proposal, datetime]:
    """One in the state, with what a verb needs beside it, and when."""
    if state is State.EVALUATED and verb is Verb.RETURN:
        return scene.evaluated(FAILED), NOW[state]
    if state is State.EVALUATED and verb is Verb.REFER:
        return scene.failed_again(), scene.at(32)
    if verb is Verb.REFER and state in AWAITED:
        return CASES[state](), scene.at(90)      # nobody answered
    return CASES[state](), NOW[state]


ACTS: dict[Verb, Callable[[Proposal, datetime], object]] = {
    Verb.ASSIGN: lambda case, now: case.assign(view(ZHAO), by(LEAD, now)),
    Verb.RECUSE: lambda case, now: case.recuse(holder(ZHAO), RecusalGround.OTHER, "同学", by(LEAD, now)),
    Verb.REVISE: lambda case, now: case.revise(TEXT, by(WANG, now)),
    Verb.REVIEW: lambda case, now: case.review("同意", by(ZHAO, now)),
    Verb.SEND_BACK: lambda case, now: case.send_back("原因不清楚", by(HEAD, now)),
    Verb.APPROVE: lambda case, now: case.approve("监建〔2026〕1号", by(HEAD, now)),
    Verb.DELIVER: lambda case, now: case.deliver(by(WANG, now)),
    Verb.SIGN_FOR: lambda case, now: case.sign_for("", None, (), by(UNIT_PERSON, now)),
    Verb.ACKNOWLEDGE: lambda case, now: case.acknowledge("李某", (), by(UNIT_PERSON, now)),
    Verb.PLAN: lambda case, now: case.plan(MEASURES, (), by(UNIT_PERSON, now)),
    Verb.REPLY: lambda case, now: case.reply("已整改", (), (), by(UNIT_PERSON, now)),
    Verb.EXTEND: lambda case, now: case.extend_reply(15, "需要开会讨论", by(LEAD, now)),
    Verb.REMIND: lambda case, now: case.remind("请尽快", by(WANG, now)),
    Verb.EVALUATE: lambda case, now: case.evaluate(
        scene.marks(), ProposalMark.PASSED, "到位", by(WANG, now)),
    Verb.CLOSE: lambda case, now: case.close("已到位", by(LEAD, now)),
    Verb.RETURN: lambda case, now: case.send_again("不到位", by(LEAD, now)),
    Verb.REFER: lambda case, now: case.refer("县政府", "拒不整改", by(LEAD, now)),
    Verb.RECORD_SUPERIOR: lambda case, now: case.record_superior("已责令改正", (PAPER,), by(WANG, now)),
    Verb.LOOK_BACK: lambda case, now: case.look_back("没有反弹", (), by(WANG, now)),
    Verb.RECUR: lambda case, now: case.recur("又发生", by(WANG, now)),
    Verb.FOUND_AGAIN: lambda case, now: case.heed_later("监建〔2026〕9号", by(WANG, now)),
    Verb.ADDRESSEE_NAMED: lambda case, now: case.heed_name(scene.RENAMED, (scene.UNIT,), by(WANG, now)),
    Verb.WITHDRAW: lambda case, now: case.withdraw("另有安排", by(LEAD, now)),
}
SILENT = frozenset({Verb.FOUND_AGAIN})     # of what was never closed it takes no notice


@pytest.mark.parametrize(("state", "verb"), [*product(State, ACTS)])
def test_every_state_meets_every_verb(state: State, verb: Verb):
    proposal, now = ready(state, verb)
    assert proposal.state is state
    before, version = deepcopy(vars(proposal)), proposal.version
    if TRANSITIONS.allow(state, verb):
        ACTS[verb](proposal, now)
        assert proposal.state is TRANSITIONS.after(state, verb)
        assert proposal.version > version
        assert proposal.stage == proposal.state.value
        return
    if verb in SILENT and proposal.closed_at is None:
        ACTS[verb](proposal, now)
    else:
        with pytest.raises(CaseError) as refusal:
            ACTS[verb](proposal, now)
        assert refusal.value.code == "followup.proposal_not_allowed"
    assert vars(proposal) == before


BY_ANYBODY = frozenset({Verb.RECUSE, *FOLLOWING, Verb.SIGN_FOR, Verb.ACKNOWLEDGE, Verb.PLAN, Verb.REPLY})


@pytest.mark.parametrize("verb", sorted(set(Verb) - BY_ANYBODY))
def test_nobody_of_the_addressees_unit_takes_a_step_of_the_organ(verb: Verb):
    with pytest.raises(CaseError, match=r"review\.recused"):
        [guard(scene.planned(), by(KIN)) for guard in GUARDS[verb]]


def test_the_tables_are_whole():
    assert set(GUARDS) == set(Verb)
    by_the_platform = {Verb.POST_ENDED, Verb.TELL_DUE, Verb.TELL_OVERDUE}     # see test_times
    assert set(ACTS) | by_the_platform == set(Verb)
    later = {(State.LOOKED_BACK, Verb.RECUR), (State.LOOKED_BACK, Verb.FOUND_AGAIN),
             (State.LOOKED_BACK, Verb.ADDRESSEE_NAMED)}
    assert {state for state, _ in TABLE.keys() - later} == set(State) - ENDED
    assert {state for (state, _), target in TABLE.items() if target is State.APPROVED} == {
        State.REVIEWED, State.APPROVED}
    assert {state for (state, _), target in TABLE.items() if target is State.DELIVERED} == {
        State.APPROVED, State.DELIVERED}


@pytest.mark.parametrize("state", State)
def test_somebody_has_to_act_while_it_is_open_and_nobody_after(state: State):
    proposal = CASES[state]()
    assert (held_by(proposal) is HeldBy.NOBODY) is proposal.ended
    assert bool(proposal.standing().holders) is not proposal.ended
    assert (proposal.tells_on is not None) is (state in AWAITED)


@pytest.mark.parametrize("state", State)
def test_the_addressee_hears_of_it_from_the_delivery_on(state: State):
    proposal = CASES[state]()
    heard = state not in (State.DRAFT, State.REVIEWED, State.APPROVED)
    assert proposal.standing().subject_id == ("shui" if heard else "")
