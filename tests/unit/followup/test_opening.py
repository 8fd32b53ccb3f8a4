"""Who opens a programme, and what is told of it."""

from datetime import datetime

import pytest

from rongcuo.casework.access import Scope
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from services.followup.access import programmes as access
from services.followup.domain import programme as domain

NOW = datetime(2026, 5, 6, 11, 0, tzinfo=ZONE)


def officer(*roles: Role, organ_id: str = "530127") -> Actor:
    return Actor("zhao", "赵清", organ_id, organ_id[:6], "县纪委监委", frozenset(roles))


def opened() -> domain.Programme:
    content = contract.ProgrammeContent(title="示例")
    return domain.Programme.open("w1", content, officer(Role.REVIEWER), NOW)


def test_a_programme_that_was_opened_is_told_once_with_its_organ() -> None:
    assert opened().take_events() == [(1, contract.ProgrammeOpened(
        programme_id="w1", organ_id="530127", title="示例", opened_by="zhao", opened_at=NOW))]


@pytest.mark.parametrize("role", [Role.FILER, Role.SUPERVISOR, Role.OPERATOR])
def test_who_has_no_right_to_it_opens_none(role: Role) -> None:
    with pytest.raises(CaseError, match="forbidden"):
        access.require(officer(role), domain.Verb.OPEN)


def test_an_organ_sees_its_own_and_a_supervisor_what_is_below() -> None:
    assert access.scopes(officer(Role.LEAD)) == {Scope.ORGAN}
    assert access.scopes(officer(Role.SUPERVISOR, organ_id="530100")) == {Scope.DIVISIONS_BELOW}
    assert access.scopes(officer(Role.FILER)) == frozenset()


@pytest.mark.parametrize(("roles", "organ_id", "refusal"), [
    ({Role.LEAD}, "530128", "not_found"), ({Role.SUPERVISOR}, "530100", "forbidden"),
    ({Role.SUPERVISOR, Role.LEAD}, "530100", "forbidden")])
def test_what_another_organ_has_is_not_there_or_only_read(
        roles: set[Role], organ_id: str, refusal: str) -> None:
    access.require(officer(Role.LEAD), domain.Verb.OPEN, opened())
    with pytest.raises(CaseError, match=refusal):
        access.require(officer(*roles, organ_id=organ_id), domain.Verb.OPEN, opened())
