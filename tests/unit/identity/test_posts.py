"""Which posts take two registrars, and which roles go together."""

from itertools import combinations

import pytest

from rongcuo.casework.access import Scope
from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import DismissOfficer, EnrolOfficer, OfficerQuery, OfficersQuery, OfficerState
from services.identity import access, bootstrap, views
from services.identity.domain.posts import compatible
from services.identity.usecases import posts
from tests.unit.identity.context import FakeContext, PlainPasswords, somebody
from tests.unit.identity.house import FIRST, POWERFUL, SECOND, House, refusal


@pytest.fixture
def context():
    context = FakeContext(FIRST)
    yield context
    context.close()


@pytest.fixture
def guard(context):
    return context.guard(PlainPasswords())


@pytest.fixture
def house(context, guard):
    return House(context, guard)


@pytest.fixture
def mailing(context, guard):
    return House(context, guard, mails=True)


def test_who_confirms_sees_where_the_invitation_goes_and_no_colleague_does(house):
    view = house.enrol(role=Role.LEAD, email="zhao@example.cn")
    query = OfficerQuery(officer_id=view.officer_id)
    house.context.actor = SECOND
    assert views.officer(house.context, query).email == "zhao@example.cn"
    house.context.actor = somebody(Role.LEAD)
    assert views.officer(house.context, query).email == ""


@pytest.mark.parametrize("role", POWERFUL)
def test_a_powerful_post_takes_two_registrars(house, role):
    view = house.enrol(role=role)
    assert (view.state, view.active, view.proposed_by) == (OfficerState.PROPOSED, False, "first")
    with refusal("identity.not_in_post"):
        house.issue(view)
    with refusal("identity.second_person_needed"):
        house.confirm(view, by=FIRST)
    with refusal("forbidden"):
        house.confirm(view, by=somebody(Role.LEAD, id="lead"))
    assert house.confirm(view).state is OfficerState.INVITED
    with refusal("identity.nothing_proposed"):
        house.confirm(view)
    with refusal("identity.second_person_needed"):
        house.issue(view, by=FIRST)
    house.set(house.issue(view, by=SECOND).link)
    for by in (FIRST, SECOND):
        with refusal("identity.link_needs_mail"):
            house.issue(view, by=by)


def test_a_county_registrar_confirms_what_the_province_proposes_and_not_beyond(house):
    view = house.enrol(role=Role.LEAD)
    with refusal("not_found"):
        house.confirm(view, by=somebody(Role.REGISTRAR, division="530125", id="elsewhere"))
    county = somebody(Role.REGISTRAR, division="530127", id="county")
    assert house.confirm(view, by=county).state is OfficerState.INVITED


def test_a_proposal_is_seen_by_registrars_and_taken_back(house):
    view = house.enrol(role=Role.LEAD)
    everyone = OfficersQuery(organ_id="530127", everyone=True)
    assert [each.state for each in views.officers(house.context,
                                                  everyone).officers] == [OfficerState.PROPOSED]
    assert views.officers(house.context, OfficersQuery(organ_id="530127")).officers == ()
    house.context.actor = somebody(Role.REVIEWER)
    assert views.officers(house.context, everyone).officers == ()
    house.context.actor = SECOND
    command = DismissOfficer(command_id="d", officer_id=view.officer_id)
    assert posts.dismiss(house.context, command, house.guard).state is OfficerState.DISMISSED
    with refusal("identity.nothing_proposed"):
        house.confirm(view)


def test_the_province_keeps_two_registrars(house):
    bootstrap.found(house.context, "production", "", PlainPasswords())
    command = DismissOfficer(command_id="d", officer_id="registrar2")
    with refusal("identity.last_registrars"):
        posts.dismiss(house.context, command, house.guard)
    third = EnrolOfficer(command_id="t", username="third", name="第三", organ_id="530000", unit="省",
                         roles=(Role.REGISTRAR,))
    house.confirm(posts.enrol(house.context, third, house.guard))
    assert not posts.dismiss(house.context, command, house.guard).active


def test_the_second_of_the_first_registrars_is_let_in_by_the_first(house):
    bootstrap.found(house.context, "production", "a-long-enough-secret", PlainPasswords())
    first = somebody(Role.REGISTRAR, division="530000", id="registrar")
    [second] = [each for each in views.officers(house.context, OfficersQuery(organ_id="530000")).officers
                if each.officer_id == "registrar2"]
    house.set(house.issue(second, by=first).link)
    house.sign_in(username="registrar2")


def test_who_judges_or_takes_reports_in_does_not_file_and_who_watches_does_nothing_else():
    people = [role for role in Role if role is not Role.SYSTEM]
    office = {Role.REVIEWER, Role.LEAD, Role.MEMBER, Role.INTAKE}
    for size in range(1, len(people) + 1):
        for roles in map(frozenset, combinations(people, size)):
            assert compatible(roles) is (size == 1 or roles <= office), sorted(roles)


@pytest.mark.parametrize("roles", [(Role.FILER, Role.REVIEWER), (Role.FILER, Role.MEMBER),
                                   (Role.FILER, Role.INTAKE), (Role.INTAKE, Role.AUDITOR),
                                   (Role.REGISTRAR, Role.SUPERVISOR), (Role.LEAD, Role.OPERATOR)])
def test_incompatible_roles_are_refused(house, roles):
    command = EnrolOfficer(command_id="x", username="x", name="某", organ_id="530127", unit="某单位",
                           roles=roles)
    with refusal("identity.incompatible_roles"):
        posts.enrol(house.context, command, house.guard)


def test_every_role_but_an_operators_sees_the_officers_it_deals_with():
    assert {role for role in Role if access.SCOPES[role] is Scope.NONE} == {Role.OPERATOR}
    assert access.SCOPES[Role.CUSTODIAN_A] is access.SCOPES[Role.CUSTODIAN_B] is Scope.ORGAN
