"""Who sets whose password, by what, and what ends with it; who takes two to appoint."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    ChangePassword,
    ConfirmOfficer,
    DismissOfficer,
    EnrolOfficer,
    ForgotPassword,
    IssueLink,
    LinkQuery,
    OfficersQuery,
    OfficerState,
    SessionsQuery,
    SetPassword,
    SignIn,
    SignOutEverywhere,
    Unlock,
)
from services.identity import usecases, views
from services.identity.domain import Budget, require_strong
from services.identity.domain.attempts import MOST
from services.identity.domain.credentials import INVITATION_LIFE, RESET_LIFE
from services.identity.domain.posts import compatible
from tests.unit.identity.desk import FakeDesk, PlainPasswords, somebody

FIRST = somebody(Role.REGISTRAR, division="530000", id="first")
SECOND = somebody(Role.REGISTRAR, division="530000", id="second")
FRESH = "quiet otter paints 七 lanterns"
OTHER = "narrow copper ladder under snow"
POWERFUL = (Role.LEAD, Role.REGISTRAR, Role.SUPERVISOR, Role.OPERATOR)


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


@pytest.fixture
def desk():
    desk = FakeDesk(FIRST)
    yield desk
    desk.close()


@pytest.fixture
def guard(desk):
    return desk.guard(PlainPasswords())


class House:
    """What a test does again and again."""

    def __init__(self, desk, guard, mails=False):
        self.desk, self.guard, self.mails = desk, guard, mails

    def enrol(self, username="zhao", role=Role.REVIEWER, **rest):
        command = EnrolOfficer(command_id=username, username=username, name="赵清", organ_id="530127",
                               unit="某单位", roles=(role,), **rest)
        return usecases.enrol(self.desk, command, self.guard.watch, mails=self.mails)

    def confirm(self, view, by=SECOND):
        self.desk.actor = by
        command = ConfirmOfficer(command_id="c", officer_id=view.officer_id)
        return usecases.confirm(self.desk, command, self.guard.watch, mails=self.mails)

    def issue(self, view, by=FIRST):
        self.desk.actor = by
        command = IssueLink(officer_id=view.officer_id)
        return usecases.issue_link(self.desk, command, self.guard.watch, mails=self.mails)

    def set(self, link, password=FRESH):
        return usecases.set_password(self.desk, SetPassword(link=link, password=password), self.guard)

    def sign_in(self, password=FRESH, username="zhao", address="192.0.2.1"):
        return usecases.sign_in(
            self.desk, SignIn(username=username, password=password, address=address), self.guard)

    def settled(self, **rest):
        view = self.enrol(**rest)
        self.set(self.issue(view).link)
        return view


@pytest.fixture
def house(desk, guard):
    return House(desk, guard)


@pytest.fixture
def mailing(desk, guard):
    return House(desk, guard, mails=True)


def test_whoever_is_enrolled_sets_their_own_password_by_a_link_that_works_once(house):
    view = house.enrol()
    assert view.state is OfficerState.INVITED
    with refusal("sign_in_failed"):
        house.sign_in("")
    issued = house.issue(view)
    assert issued.expires_at == house.desk.now + INVITATION_LIFE
    assert views.link(house.desk, LinkQuery(link=issued.link)).username == "zhao"
    assert house.set(issued.link).state is OfficerState.ACTIVE
    assert house.sign_in().officer.officer_id == view.officer_id
    with refusal("identity.link_void"):
        house.set(issued.link, OTHER)
    with refusal("identity.link_void"):
        views.link(house.desk, LinkQuery(link=issued.link))


def test_a_weak_password_leaves_the_link_as_it_was(house):
    link = house.issue(house.enrol()).link
    with refusal("identity.weak_password"):
        house.set(link, "password1234")
    house.set(link)


def test_a_newer_link_ends_the_older_and_time_ends_each(house):
    view = house.enrol()
    old, new = house.issue(view).link, house.issue(view).link
    with refusal("identity.link_void"):
        house.set(old)
    house.desk.now += INVITATION_LIFE
    with refusal("identity.link_void"):
        house.set(new)
    house.set(house.issue(view).link)
    assert house.issue(view).expires_at == house.desk.now + RESET_LIFE


def test_no_link_and_no_password_is_kept_in_any_readable_form(house):
    view = house.enrol()
    link = house.issue(view).link
    with house.desk._engine.connect() as connection:
        kept = "\n".join(connection.connection.dbapi_connection.iterdump())
    assert link not in kept
    assert len(link) >= 43
    assert not any(link in str(line) for line in house.guard.watch.lines)


def test_the_dismissed_have_no_link(house):
    view = house.enrol()
    link = house.issue(view).link
    usecases.dismiss(house.desk, DismissOfficer(command_id="d", officer_id=view.officer_id),
                     house.guard.watch)
    with refusal("identity.link_void"):
        house.set(link)
    with refusal("identity.not_in_post"):
        house.issue(view)


def test_an_own_change_asks_the_present_password_and_ends_the_other_sessions(house):
    house.settled()
    here, there = house.sign_in(), house.sign_in(address="192.0.2.2")
    wrong = ChangePassword(token=here.token, present=OTHER, password=OTHER)
    with refusal("identity.present_password_wrong"):
        usecases.change_password(house.desk, wrong, house.guard)
    usecases.change_password(house.desk, replace(wrong, present=FRESH), house.guard)
    [left] = views.sessions(house.desk, SessionsQuery(token=here.token)).sessions
    assert left.present
    with refusal("sign_in_required"):
        views.sessions(house.desk, SessionsQuery(token=there.token))
    with refusal("sign_in_failed"):
        house.sign_in(FRESH)
    house.sign_in(OTHER)


def test_guesses_at_the_present_password_are_counted_apart_from_signing_in(house):
    house.settled()
    wrong = ChangePassword(token=house.sign_in().token, present=OTHER, password=OTHER)
    for _ in range(MOST[Budget.PAIR]):
        with refusal("identity.present_password_wrong"):
            usecases.change_password(house.desk, wrong, house.guard)
    with refusal("too_many_attempts"):
        usecases.change_password(house.desk, replace(wrong, present=FRESH), house.guard)
    house.sign_in()


def test_signing_out_everywhere_is_ones_own_or_a_registrars(house):
    view = house.settled()
    command = SignOutEverywhere(command_id="s", officer_id=view.officer_id)
    for by in (somebody(Role.REVIEWER, id=view.officer_id), SECOND):
        token = house.sign_in().token
        house.desk.actor = by
        usecases.sign_out_everywhere(house.desk, command, house.guard.watch)
        with refusal("sign_in_required"):
            views.sessions(house.desk, SessionsQuery(token=token))
    house.desk.actor = somebody(Role.REVIEWER, id="colleague")
    with refusal("forbidden"):
        usecases.sign_out_everywhere(house.desk, command, house.guard.watch)


def test_a_registrar_ends_the_wait_and_so_does_a_new_password(house):
    view = house.settled()
    for mend in (lambda: usecases.unlock(house.desk, Unlock(command_id="u", officer_id=view.officer_id),
                                         house.guard.budgets, house.guard.watch),
                 lambda: house.set(house.issue(view).link)):
        for _ in range(MOST[Budget.PAIR]):
            with refusal("sign_in_failed"):
                house.sign_in(OTHER)
        with refusal("too_many_attempts"):
            house.sign_in()
        house.desk.actor = FIRST
        mend()
        house.sign_in()
    house.desk.actor = somebody(Role.LEAD)
    with refusal("forbidden"):
        usecases.unlock(house.desk, Unlock(command_id="u", officer_id=view.officer_id),
                        house.guard.budgets, house.guard.watch)


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
    assert [each.state for each in views.officers(house.desk, everyone).officers] == [OfficerState.PROPOSED]
    assert views.officers(house.desk, OfficersQuery(organ_id="530127")).officers == ()
    house.desk.actor = somebody(Role.REVIEWER)
    assert views.officers(house.desk, everyone).officers == ()
    house.desk.actor = SECOND
    command = DismissOfficer(command_id="d", officer_id=view.officer_id)
    assert usecases.dismiss(house.desk, command, house.guard.watch).state is OfficerState.DISMISSED
    with refusal("identity.nothing_proposed"):
        house.confirm(view)


def test_the_province_keeps_two_registrars(house):
    usecases.found(house.desk, "production", "", PlainPasswords())
    command = DismissOfficer(command_id="d", officer_id="registrar2")
    with refusal("identity.last_registrars"):
        usecases.dismiss(house.desk, command, house.guard.watch)
    third = EnrolOfficer(command_id="t", username="third", name="第三", organ_id="530000", unit="省",
                         roles=(Role.REGISTRAR,))
    house.confirm(usecases.enrol(house.desk, third, house.guard.watch, mails=False))
    assert not usecases.dismiss(house.desk, command, house.guard.watch).active


def test_the_second_of_the_first_registrars_is_let_in_by_the_first(house):
    usecases.found(house.desk, "production", "a-long-enough-secret", PlainPasswords())
    first = somebody(Role.REGISTRAR, division="530000", id="registrar")
    [second] = [each for each in views.officers(house.desk, OfficersQuery(organ_id="530000")).officers
                if each.officer_id == "registrar2"]
    house.set(house.issue(second, by=first).link)
    house.sign_in(username="registrar2")


def test_who_judges_does_not_file_and_who_watches_does_nothing_else():
    people = [role for role in Role if role is not Role.SYSTEM]
    judges = {Role.REVIEWER, Role.LEAD, Role.MEMBER}
    for size in range(1, len(people) + 1):
        for roles in map(frozenset, combinations(people, size)):
            assert compatible(roles) is (size == 1 or roles <= judges), sorted(roles)


@pytest.mark.parametrize("roles", [(Role.FILER, Role.REVIEWER), (Role.FILER, Role.MEMBER),
                                   (Role.REGISTRAR, Role.SUPERVISOR), (Role.LEAD, Role.OPERATOR)])
def test_incompatible_roles_are_refused(house, roles):
    command = EnrolOfficer(command_id="x", username="x", name="某", organ_id="530127", unit="某单位",
                           roles=roles)
    with refusal("identity.incompatible_roles"):
        usecases.enrol(house.desk, command, house.guard.watch, mails=False)


def test_where_mail_goes_out_nobody_but_the_officer_sees_the_link(mailing):
    view = mailing.enrol(email="zhao@example.org")
    usecases.mail_links(mailing.desk)
    [mail] = mailing.desk.mailed
    assert (mail.email, mail.username, mail.purpose) == ("zhao@example.org", "zhao", "invitation")
    mailing.set(mail.link)
    assert mailing.issue(view).link == ""
    usecases.mail_links(mailing.desk)
    usecases.mail_links(mailing.desk)
    assert [each.purpose for each in mailing.desk.mailed] == ["invitation", "reset"]
    mailing.set(mailing.desk.mailed[1].link, OTHER)
    assert mailing.issue(mailing.enrol("qian")).link, "whoever has no address is handed theirs"


def test_mail_that_could_not_be_sent_is_tried_again_with_another_token(mailing):
    mailing.enrol(email="zhao@example.org")
    mailing.desk.no_mail = "notify.not_mailed"
    while mailing.desk.now < mailing.desk.now.replace(hour=23):
        usecases.mail_links(mailing.desk)
        mailing.desk.now += timedelta(minutes=1)
    tried = len(mailing.desk.mailed)
    assert 10 < tried < 60
    mailing.desk.no_mail = ""
    mailing.desk.now += timedelta(minutes=30)
    usecases.mail_links(mailing.desk)
    with refusal("identity.link_void"):
        mailing.set(mailing.desk.mailed[0].link)
    mailing.set(mailing.desk.mailed[-1].link)


def test_a_mail_whose_answer_is_late_is_not_sent_twice(mailing):
    mailing.enrol(email="zhao@example.org")
    mailing.desk.no_mail = "answer_late"
    usecases.mail_links(mailing.desk)
    mailing.desk.now += timedelta(hours=1)
    usecases.mail_links(mailing.desk)
    [mail] = mailing.desk.mailed
    mailing.set(mail.link)


def forgotten(house, username="zhao", address="192.0.2.1", mails=True):
    usecases.forgot_password(
        house.desk, ForgotPassword(username=username, address=address), house.guard, mails=mails)


def test_a_forgotten_password_is_answered_the_same_for_everybody(house):
    house.settled(email="zhao@example.org")
    forgotten(house, "nobody")
    forgotten(house)
    usecases.mail_links(house.desk)
    [mail] = house.desk.mailed
    assert mail.purpose == "reset"
    house.set(mail.link, OTHER)
    house.sign_in(OTHER)


def test_nobody_is_flooded_with_links(house):
    house.settled(email="zhao@example.org")
    for number in range(10):
        forgotten(house, address=f"192.0.2.{number}")
        usecases.mail_links(house.desk)
    assert len(house.desk.mailed) == MOST[Budget.ASKED_FOR]
    with refusal("too_many_attempts"):
        for _ in range(MOST[Budget.ASKED_BY] + 1):
            forgotten(house, "nobody", "203.0.113.1")


@pytest.mark.parametrize("password", [
    "short", "123456789012", "Password1234", "abababababab", "            ", "some-long-name", "qwertyuiop12",
    "111111111112", "password1234!", "yunnan123456", "口令-口令-口令", "x" * 129, "rongcuo rongcuo", ""])
def test_what_would_soon_be_guessed_is_refused(password):
    with refusal("identity.weak_password"):
        require_strong(password, ("some-long-name",))


@pytest.mark.parametrize("password", [
    FRESH, OTHER, "一个足够长的口令,不常见", "horse battery staple correct " * 4, "kx7#Qm2vLp9z",
    " leading and trailing are fine "])
def test_any_characters_will_do(password):
    require_strong(password, ("some-long-name",))
