"""Who may give whom which post, and who sees whom."""

from dataclasses import replace
from itertools import product
from types import SimpleNamespace

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    ConfirmOfficer,
    DismissOfficer,
    EnrolOfficer,
    OfficerDismissed,
    OfficerEnrolled,
    OfficerProposed,
    OfficerQuery,
    OfficersQuery,
    OfficerState,
    OrgansQuery,
    UnitNamed,
)
from rongcuo.policy.contacts import ILLUSTRATIVE
from rongcuo.policy.divisions import divisions
from rongcuo.policy.rules import Rules
from services.identity import access, views
from services.identity.organs import organ, organs
from services.identity.usecases import posts
from tests.unit.identity.context import FakeContext, somebody

PROVINCE = somebody(Role.REGISTRAR, division="530000", id="province")
OTHER = somebody(Role.REGISTRAR, division="530000", id="other")


@pytest.fixture
def context():
    context = FakeContext(PROVINCE)
    yield context
    context.close()


def post(username="someone", organ_id="530127", *roles, unit="某单位", **rest):
    return EnrolOfficer(command_id=f"enrol.{username}", username=username, name="某人", organ_id=organ_id,
                        roles=roles or (Role.REVIEWER,), unit=unit, **rest)


def enrol(context, *args, **rest):
    """In the post, by two registrars where it takes two."""
    view = posts.enrol(context, post(*args, **rest), context.guard())
    if view.state is not OfficerState.PROPOSED:
        return view
    first, context.actor = context.actor, OTHER
    confirmed = posts.confirm(
        context, ConfirmOfficer(command_id="confirm", officer_id=view.officer_id), context.guard())
    context.actor = first
    return confirmed


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


def test_every_division_has_its_commission_and_the_park_its_dispatched_organ():
    assert len(organs()) == len(divisions()) + 1 == 147
    assert organ("530127").name == "嵩明县纪委监委"
    assert organ("530000").name == "云南省纪委监委"
    assert organ("530127").parent_id == "530100"
    park = organ("530181.gaoxin")
    assert (park.name, park.division_code, park.parent_id) == ("安宁高新区纪检监察工委", "530181", "530181")


def test_an_enrolled_officer_is_seen_and_told_of(context):
    view = enrol(context, "Zhao.Qing", "530181.gaoxin", Role.REVIEWER, Role.LEAD, email="z@example.invalid")
    seen = views.officer(context, OfficerQuery(officer_id=view.officer_id))
    assert seen == replace(view, email="z@example.invalid"), "a registrar sees where links go"
    assert (view.username, view.division_code) == ("zhao.qing", "530181")
    assert view.roles == (Role.LEAD, Role.REVIEWER)
    [_, proposed, told] = context.told
    assert isinstance(proposed, OfficerProposed)
    assert isinstance(told, OfficerEnrolled)
    assert (told.email, told.organ_id) == ("z@example.invalid", "530181.gaoxin")


def test_a_user_name_is_taken_in_any_case(context):
    enrol(context, "someone")
    with refusal("identity.username_taken"):
        enrol(context, "SomeOne")


@pytest.mark.parametrize(("wrong", "field"), [
    ({"unit": " "}, "unit")])
def test_an_incomplete_post_names_what_is_missing(context, wrong, field):
    with refusal("invalid") as refused:
        enrol(context, "someone", "530127", Role.FILER, **wrong)
    assert list(refused.value.details["fields"]) == [field]


@pytest.mark.parametrize("roles", [(), (Role.SYSTEM,), (Role.REVIEWER, Role.SYSTEM)])
def test_nobody_is_enrolled_as_the_platform_or_without_a_role(context, roles):
    command = EnrolOfficer(command_id="c", username="u", name="n", organ_id="530127", roles=roles)
    with refusal("invalid"):
        posts.enrol(context, command, context.guard())


def test_an_unknown_organ_is_refused(context):
    with refusal("identity.unknown_organ"):
        enrol(context, "someone", "530199")


FROM_ABOVE = {Role.REGISTRAR, Role.SUPERVISOR, Role.AUDITOR}    # who look at others' work, or give power


def may_enrol(actor, organ_id, role):
    try:
        access.require_enrol(actor, organ(organ_id), [role])
    except CaseError as refused:
        return refused.code != "forbidden"
    return True


@pytest.mark.parametrize(("registrar_of", "organ_id", "role"), list(product(
    ["530000", "530100", "530127"],
    ["530000", "530100", "530127", "530125", "530300", "530181.gaoxin"],
    [role for role in Role if role is not Role.SYSTEM])))
def test_registrars_appoint_at_their_level_and_below(registrar_of, organ_id, role):
    registrar = somebody(Role.REGISTRAR, division=registrar_of)
    if registrar_of == "530000":
        expected = True
    elif registrar_of == "530100":
        expected = organ_id in {"530100", "530127", "530125", "530181.gaoxin"} and role is not Role.OPERATOR
        expected = expected and not (organ_id == "530100" and role in FROM_ABOVE)
    else:
        expected = organ_id == "530127" and role not in FROM_ABOVE | {Role.OPERATOR}
    assert may_enrol(registrar, organ_id, role) is expected


@pytest.mark.parametrize("code", ["", "53", "530199"])
def test_a_registrar_without_a_division_of_ours_appoints_nowhere(code):
    assert not may_enrol(somebody(Role.REGISTRAR, division=code), "530127", Role.FILER)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REGISTRAR])
def test_only_registrars_enrol(role):
    assert not may_enrol(somebody(role, division="530000"), "530127", Role.FILER)


def test_a_dismissed_officer_is_told_of_once_and_leaves_the_list(context):
    view = enrol(context)
    command = DismissOfficer(command_id="c", officer_id=view.officer_id)
    assert posts.dismiss(context, command, context.guard()).active is False
    assert posts.dismiss(context, command, context.guard()).active is False
    assert [type(told) for told in context.told] == [UnitNamed, OfficerEnrolled, OfficerDismissed]
    assert views.officers(context, OfficersQuery(organ_id="530127")).officers == ()


def test_nobody_dismisses_themselves_or_one_they_cannot_see(context):
    view = enrol(context, "registrar", "530000", Role.REGISTRAR)
    command = DismissOfficer(command_id="c", officer_id=view.officer_id)
    context.actor = somebody(Role.REGISTRAR, division="530000", id=view.officer_id)
    with refusal("forbidden"):
        posts.dismiss(context, command, context.guard())
    context.actor = somebody(Role.REGISTRAR, division="530127")
    with refusal("not_found"):
        posts.dismiss(context, command, context.guard())


@pytest.mark.parametrize(("actor", "seen"), [
    (somebody(Role.FILER, unit="甲单位"), {"filer1"}),
    (somebody(Role.REVIEWER), {"filer1", "filer2", "reviewer"}),
    (somebody(Role.LEAD, Role.FILER, unit="甲单位"), {"filer1", "filer2", "reviewer"}),
    (somebody(Role.SUPERVISOR, division="530100"), {"filer1", "filer2", "reviewer"}),
    (somebody(Role.SUPERVISOR, division="530300"), set()),
    (somebody(Role.REVIEWER, division="530125"), set()),
    (somebody(Role.OPERATOR, division="530000"), set()),
    (somebody(Role.OPERATOR, division="530000", id="id5"), {"reviewer"}),
    (somebody(division="530127"), set()),
])
def test_everybody_sees_the_officers_of_their_scope(context, actor, seen):
    enrol(context, "filer1", "530127", Role.FILER, unit="甲单位")
    enrol(context, "filer2", "530127", Role.FILER, unit="乙单位")
    enrol(context, "reviewer", "530127", Role.REVIEWER)
    context.actor = actor
    found = views.officers(context, OfficersQuery(organ_id="530127")).officers
    assert {officer.username for officer in found} == seen
    for officer_id, username in {"id1": "filer1", "id3": "filer2", "id5": "reviewer"}.items():
        if username not in seen:
            with refusal("not_found"):
                views.officer(context, OfficerQuery(officer_id=officer_id))


def test_a_role_narrows_the_list(context):
    enrol(context, "filer", "530127", Role.FILER)
    enrol(context, "lead", "530127", Role.LEAD, Role.REVIEWER)
    found = views.officers(context, OfficersQuery(organ_id="530127", role="reviewer")).officers
    assert [officer.username for officer in found] == ["lead"]


@pytest.mark.parametrize(("code", "count"), [
    ("", 147), ("530000", 147), ("530100", 16), ("530127", 1), ("530181", 2)])
def test_organs_at_or_below_a_division(code, count):
    context = SimpleNamespace(rules=Rules())
    assert len(views.organs_below(context, OrgansQuery(division_code=code)).organs) == count


def test_organs_say_whom_to_ask_where_an_office_is_entered():
    songming = OrgansQuery(division_code="530127")
    [organ] = views.organs_below(SimpleNamespace(rules=Rules(contacts=ILLUSTRATIVE)), songming).organs
    assert (organ.contact.phone, organ.contact.illustrative) == ("0871-00000127", True)
    [organ] = views.organs_below(SimpleNamespace(rules=Rules()), songming).organs
    assert organ.contact is None
