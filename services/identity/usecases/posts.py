"""Giving posts and taking them away. Some take two registrars; whom they concern sets the password."""

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import ConfirmOfficer, DismissOfficer, EnrolOfficer, OfficerView
from rongcuo.policy.divisions import PROVINCE
from services.identity import access
from services.identity.domain.credentials import Link
from services.identity.domain.officer import Officer
from services.identity.organs import organ
from services.identity.ports import Guard, Officers
from services.identity.usecases.unit_names import join
from services.identity.views import view_of

LEAST_REGISTRARS = 2  # of the province: so many that somebody can always confirm


def enrol(context: ExecutionContext[Officers], command: EnrolOfficer, guard: Guard) -> OfficerView:
    """Give a person an account and a post, or propose them for one."""
    post = organ(command.organ_id)
    access.require_enrol(context.actor, post, command.roles)
    with context.unit() as unit:
        officer = Officer.appoint(context.new_id(), command, post, context.actor)
        units = join(context, unit, officer)
        _invite(context, unit, officer, guard)
        answer = unit.commit(*units, officer, answer=view_of(officer))
    guard.watch.write("post_given" if officer.active else "post_proposed", **_about(context, officer))
    return answer


def confirm(context: ExecutionContext[Officers], command: ConfirmOfficer, guard: Guard) -> OfficerView:
    """The second registrar's word for a post."""
    with context.unit() as unit:
        officer = _seen(context, unit, command.officer_id)
        access.require_enrol(context.actor, organ(officer.organ_id), officer.roles)
        officer.confirm(context.actor)
        _invite(context, unit, officer, guard)
        answer = unit.commit(officer, answer=view_of(officer))
    guard.watch.write("post_given", **_about(context, officer))
    return answer


def dismiss(context: ExecutionContext[Officers], command: DismissOfficer, guard: Guard) -> OfficerView:
    """Take a person's post away, and end all that opens their account; what only they could read goes too."""
    with context.unit() as unit:
        officer = _seen(context, unit, command.officer_id)
        access.require_dismiss(context.actor, officer.id, organ(officer.organ_id), officer.roles)
        of_the_province = officer.organ_id == PROVINCE and Role.REGISTRAR in officer.roles
        if officer.active and of_the_province and unit.store.registrars(PROVINCE) <= LEAST_REGISTRARS:
            raise CaseError("identity.last_registrars")
        officer.dismiss()
        unit.store.close_sessions_of(officer.id)
        unit.store.drop_link(officer.id)
        unit.store.leave_unsent(officer.id, 0)
        answer = unit.commit(officer, answer=view_of(officer))
    guard.watch.write("post_taken", **_about(context, officer))
    return answer


def _seen(context: ExecutionContext[Officers], unit: UnitOfWork[Officers], officer_id: str) -> Officer:
    unit.store.seen(context.actor, officer_id)
    return unit.store.get(officer_id)


def _invite(context: ExecutionContext[Officers], unit: UnitOfWork[Officers], officer: Officer,
            guard: Guard) -> None:
    if guard.mails and officer.active and officer.email:
        unit.store.put_link(Link.of(officer, context.now, mailed=True))


def _about(context: ExecutionContext[Officers], officer: Officer) -> dict[str, str]:
    return {"officer": officer.id, "by": context.actor.officer_id, "roles": " ".join(sorted(officer.roles))}
