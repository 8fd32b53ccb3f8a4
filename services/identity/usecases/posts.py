"""Giving posts and taking them away. Some take two registrars; whom they concern sets the password."""

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import ConfirmOfficer, DismissOfficer, EnrolOfficer, OfficerView
from rongcuo.policy.divisions import PROVINCE
from services.identity import access
from services.identity.domain import Link, Officer
from services.identity.first_accounts import founders
from services.identity.organs import organ
from services.identity.ports import Officers, Passwords, Watch
from services.identity.usecases.units import join
from services.identity.views import view_of

LEAST_REGISTRARS = 2  # of the province: so many that somebody can always confirm


def enrol(desk: ExecutionContext[Officers], command: EnrolOfficer, watch: Watch, *,
          mails: bool) -> OfficerView:
    """Give a person an account and a post, or propose them for one. `mails`: links can go out by mail."""
    post = organ(command.organ_id)
    access.require_enrol(desk.actor, post, command.roles)
    with desk.unit() as unit:
        officer = Officer.appoint(desk.new_id(), command, post, desk.actor)
        units = join(desk, unit, officer)
        _invite(desk, unit, officer, mails)
        answer = unit.commit(*units, officer, answer=view_of(officer))
    watch.told("post_given" if officer.active else "post_proposed", **_about(desk, officer))
    return answer


def confirm(desk: ExecutionContext[Officers], command: ConfirmOfficer, watch: Watch, *,
            mails: bool) -> OfficerView:
    """The second registrar's word for a post."""
    with desk.unit() as unit:
        officer = _seen(desk, unit, command.officer_id)
        access.require_enrol(desk.actor, organ(officer.organ_id), officer.roles)
        officer.confirm(desk.actor)
        _invite(desk, unit, officer, mails)
        answer = unit.commit(officer, answer=view_of(officer))
    watch.told("post_given", **_about(desk, officer))
    return answer


def dismiss(desk: ExecutionContext[Officers], command: DismissOfficer, watch: Watch) -> OfficerView:
    """Take a person's post away, and end all that opens their account; what only they could read goes too."""
    with desk.unit() as unit:
        officer = _seen(desk, unit, command.officer_id)
        access.require_dismiss(desk.actor, officer.id, organ(officer.organ_id), officer.roles)
        _require_two_left(unit, officer)
        officer.dismiss()
        unit.store.close_sessions_of(officer.id)
        unit.store.drop_link(officer.id)
        unit.store.leave_unsent(officer.id, 0)
        answer = unit.commit(officer, answer=view_of(officer))
    watch.told("post_taken", **_about(desk, officer))
    return answer


def found(desk: ExecutionContext[Officers], mode: str, secret: str, passwords: Passwords) -> None:
    """Enter the first accounts of an installation; those that exist already stay as they are."""
    with desk.reading() as store:
        empty = store.empty()
    wanted = {officer.id: officer for officer in founders(mode, secret, empty, passwords)}
    with desk.unit() as unit:
        for officer_id in unit.store.known(set(wanted)):
            del wanted[officer_id]
        unit.commit(*join(desk, unit, *wanted.values()), *wanted.values())


def _seen(desk: ExecutionContext[Officers], unit: UnitOfWork[Officers], officer_id: str) -> Officer:
    unit.store.seen(desk.actor, officer_id)
    return unit.store.get(officer_id)


def _invite(desk: ExecutionContext[Officers], unit: UnitOfWork[Officers], officer: Officer,
            mails: bool) -> None:
    if mails and officer.active and officer.email:
        unit.store.put_link(Link.of(officer, desk.now, mailed=True))


def _require_two_left(unit: UnitOfWork[Officers], officer: Officer) -> None:
    of_the_province = officer.organ_id == PROVINCE and Role.REGISTRAR in officer.roles
    if officer.active and of_the_province and unit.store.registrars(PROVINCE) <= LEAST_REGISTRARS:
        raise CaseError("identity.last_registrars")


def _about(desk: ExecutionContext[Officers], officer: Officer) -> dict[str, str]:
    return {"officer": officer.id, "by": desk.actor.officer_id, "roles": " ".join(sorted(officer.roles))}
