"""Who may do what, and who sees what: the whole product of people, states and verbs."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState as State
from services.filing import access
from services.filing.domain import RECEIVED, TRANSITIONS, Verb
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    HOUSING,
    LEAD,
    NAMESAKE,
    NEIGHBOUR,
    OPERATOR,
    OTHER_CITY,
    PROVINCE,
    REGISTRAR,
    REVIEWER,
    STRANGER,
    officer,
)
from tests.unit.filing.test_moves import filing_in

FILERS_VERBS = {Verb.REVISE, Verb.SUBMIT, Verb.SUPPLEMENT, Verb.WITHDRAW, Verb.OBJECT,
                Verb.PROPOSE_CHANGE}
EVERYONE = [FILER, COLLEAGUE, STRANGER, NAMESAKE, REVIEWER, LEAD, NEIGHBOUR, CITY, OTHER_CITY, PROVINCE,
            OPERATOR, REGISTRAR, SYSTEM]
NEVER_FILED = {State.DRAFT, State.DISCARDED}
SEE_DRAFTS = {FILER, COLLEAGUE, SYSTEM}
SEE_THE_REST = SEE_DRAFTS | {REVIEWER, LEAD, CITY, PROVINCE}
MAY = {FILER: {*FILERS_VERBS, Verb.DISCARD}, COLLEAGUE: FILERS_VERBS, LEAD: {Verb.WHITELIST}}


def refusal(actor: Actor, verb: Verb, state: State) -> str:
    try:
        access.require(actor, verb, filing_in(state))
    except CaseError as error:
        return error.code
    return ""


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("actor", EVERYONE, ids=lambda actor: actor.officer_id)
def test_everyone_may_what_the_table_says(actor: Actor, state: State) -> None:
    sees = actor in (SEE_DRAFTS if state in NEVER_FILED else SEE_THE_REST)
    for verb in Verb:
        expected = "not_found" if not sees else "" if verb in MAY.get(actor, ()) else "forbidden"
        expected = "" if sees and verb is Verb.DRAFT and actor in (FILER, COLLEAGUE) else expected
        assert refusal(actor, verb, state) == expected, verb


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("actor", EVERYONE, ids=lambda actor: actor.officer_id)
def test_allowed_names_what_is_permitted_and_possible_now(actor: Actor, state: State) -> None:
    filing = filing_in(state)
    expected = {verb for verb in Verb if TRANSITIONS.allow(state, verb) and not refusal(actor, verb, state)}
    assert set(access.allowed(actor, filing)) == {verb.value for verb in expected}


@pytest.mark.parametrize("actor", EVERYONE, ids=lambda actor: actor.officer_id)
def test_only_filers_begin_a_filing(actor: Actor) -> None:
    if Role.FILER in actor.roles:
        access.require_filer(actor)
    else:
        with pytest.raises(CaseError, match="forbidden"):
            access.require_filer(actor)


@pytest.mark.parametrize("lead", [
    officer("zhao", Role.LEAD),                     # the filer, promoted since
    officer("somebody", Role.LEAD, unit=HOUSING),   # of the unit that filed
], ids=lambda lead: lead.officer_id)
def test_nobody_decides_on_a_matter_in_which_they_have_a_part(lead: Actor) -> None:
    assert refusal(lead, Verb.WHITELIST, State.ACCEPTED) == "filing.recused"
    assert "whitelist" not in access.allowed(lead, filing_in(State.ACCEPTED))


def test_whom_the_filer_names_is_not_kept_from_it_by_that() -> None:
    for named in ("jiang", "shen"):     # of the collective decision, and with a declared interest
        assert "whitelist" in access.allowed(officer(named, Role.LEAD), filing_in(State.ACCEPTED))


@pytest.mark.parametrize("state", sorted(RECEIVED))
@pytest.mark.parametrize("actor", [REVIEWER, LEAD, CITY], ids=lambda actor: actor.officer_id)
def test_for_the_recused_a_filing_is_not_there(actor: Actor, state: State) -> None:
    filing = filing_in(state)
    filing.recuse(actor.officer_id)
    with pytest.raises(CaseError, match="not_found"):
        access.require_sight(actor, filing)
    assert access.allowed(actor, filing) == ()
    own = replace(actor, unit=filing.unit, organ_id=filing.organ_id, roles=actor.roles | {Role.FILER})
    access.require_sight(own, filing)   # what is their unit's stays so


def test_a_role_reaches_only_as_far_as_its_own_rows() -> None:
    """Who reviews for the organ and files for a unit may not withdraw what another unit filed."""
    both = officer("lü", Role.FILER, Role.REVIEWER, unit="县交通运输局")
    assert refusal(both, Verb.WITHDRAW, State.SUBMITTED) == "forbidden"


def test_nobody_without_a_unit_sees_those_of_others_without_one() -> None:
    filing = filing_in(State.SUBMITTED)
    filing.unit = ""
    assert not access.within(access.Scope.OWN_UNIT, officer("sun", Role.FILER, unit=""), filing)
    assert access.within(access.Scope.OWN_UNIT, officer("zhao", Role.FILER, unit=""), filing)


def test_every_role_is_in_the_table_but_those_of_reports() -> None:
    assert set(Role) - set(access.RIGHTS) == {Role.INTAKE, Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.AUDITOR}


@pytest.mark.parametrize("code", ["", "53", "530199"])
def test_a_supervisor_without_a_division_of_ours_sees_nothing(code: str) -> None:
    with pytest.raises(CaseError, match="not_found"):
        access.require_sight(replace(CITY, division_code=code), filing_in(State.SUBMITTED))


def test_a_unit_is_the_same_however_it_is_typed() -> None:
    one, other = filing_in(State.SUBMITTED), filing_in(State.SUBMITTED)
    one.unit, other.unit = "测试局(园林所)", "测试局（园林\u200b所） "
    assert one.matter_key == other.matter_key
    accepted = filing_in(State.ACCEPTED)
    accepted.unit = one.unit
    assert accepted.concerns(officer("lead2", Role.LEAD, unit=other.unit))
