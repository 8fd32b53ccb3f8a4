"""Registrars and an officer, and what tests do with them again and again."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import ConfirmOfficer, EnrolOfficer, IssueLink, SetPassword, SignIn
from services.identity.usecases import passwords, posts, signing_in
from tests.unit.identity.context import somebody

FIRST = somebody(Role.REGISTRAR, division="530000", id="first")
SECOND = somebody(Role.REGISTRAR, division="530000", id="second")
FRESH = "quiet otter paints 七 lanterns"
OTHER = "narrow copper ladder under snow"
POWERFUL = (Role.LEAD, Role.MEMBER, Role.REGISTRAR, Role.SUPERVISOR, Role.OPERATOR,
            Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.AUDITOR)


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


class House:
    """What a test does again and again."""

    def __init__(self, context, guard, mails=False):
        self.context, self.guard = context, replace(guard, mails=mails)

    def enrol(self, username="zhao", role=Role.REVIEWER, **rest):
        command = EnrolOfficer(command_id=username, username=username, name="赵清", organ_id="530127",
                               unit="某单位", roles=(role,), **rest)
        return posts.enrol(self.context, command, self.guard)

    def confirm(self, view, by=SECOND):
        self.context.actor = by
        command = ConfirmOfficer(command_id="c", officer_id=view.officer_id)
        return posts.confirm(self.context, command, self.guard)

    def issue(self, view, by=FIRST):
        self.context.actor = by
        command = IssueLink(officer_id=view.officer_id)
        return passwords.issue_link(self.context, command, self.guard)

    def set(self, link, password=FRESH):
        return passwords.set_password(self.context, SetPassword(link=link, password=password), self.guard)

    def sign_in(self, password=FRESH, username="zhao", address="192.0.2.1"):
        return signing_in.sign_in(
            self.context, SignIn(username=username, password=password, address=address), self.guard)

    def settled(self, **rest):
        view = self.enrol(**rest)
        self.set(self.issue(view).link)
        return view
