"""Who may do what with a determination, and which of them they see: one table."""

from collections.abc import Collection, Mapping

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, require_caseworker, shows
from rongcuo.casework.apart import known_by
from rongcuo.casework.organ_above import leads_above
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Initiation, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.divisions import organs_over
from services.determination.domain.clue import keys_of_subject
from services.determination.domain.determination import Determination, Verb

STEERING = frozenset({Verb.SUSPEND, Verb.RESUME, Verb.EXTEND})
OF_A_HOLDER = STEERING | {   # or of a lead
    Verb.MAKE, Verb.GIVE_FEEDBACK, Verb.FILE_FOR_RECORD, Verb.LODGE_APPEAL, Verb.ASK_RECUSAL}
REVIEWING = OF_A_HOLDER | {
    Verb.ASSIGN, Verb.RECUSE, Verb.ACCEPT, Verb.REFUSE, Verb.LINK_FILING, Verb.ADD_EVIDENCE,
    Verb.RECORD_FINDING, Verb.RECORD_STATEMENT, Verb.WRITE_FACTS_MATERIAL, Verb.ANSWER_NEGATIVE_ITEM,
    Verb.ASSESS, Verb.REPORT}
OF_THE_SUBJECT = frozenset({
    Verb.RECORD_STATEMENT, Verb.WITHDRAW, Verb.LODGE_APPEAL, Verb.ASK_RECUSAL, Verb.WITHDRAW_RECUSAL})

RIGHTS: Mapping[Role, Rights[Verb]] = {   # verbs within the role's own organ
    Role.FILER: Rights(Scope.OWN_UNIT),
    Role.REVIEWER: Rights(Scope.ORGAN, REVIEWING),
    Role.LEAD: Rights(Scope.ORGAN, REVIEWING | {
        Verb.FORM_TEAM, Verb.RETURN, Verb.CORRECT, Verb.REVOKE, Verb.HAND_UP, Verb.ANSWER_RECUSAL}),
    Role.MEMBER: Rights(Scope.NONE, frozenset({Verb.ASSESS, Verb.RECUSE})),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.REGISTRAR: Rights(Scope.NONE),
    Role.OPERATOR: Rights(Scope.NONE),
    Role.SYSTEM: Rights(Scope.ALL),
}


def is_theirs(actor: Actor, case: Determination) -> bool:
    """Whether it is about them, and they have heard of it."""
    return case.is_subject(actor.officer_id) and case.is_told


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer. Beside them everybody sees the cases about themselves, and
    those whose meeting or appeal panel they sit on: members see no others."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def within(scope: Scope, actor: Actor, case: Determination) -> bool:
    """Whether a scope shows this case to the actor. Those of the subject's unit see it once the subject has
    heard of it, and never what is kept from them; whoever was recused goes on seeing it as one of them."""
    if scope is Scope.OWN_UNIT and not (case.is_told and case.keys_apart.isdisjoint(known_by(actor))):
        return False
    owned = Ownership(case.organ_id, case.division_code, unit_key=unit_key(case.subject.unit),
                      unit_organ_id=case.first_organ_id)
    return shows(scope, actor, owned, open_to=not case.is_apart(actor))


def sees(actor: Actor, case: Determination) -> bool:
    """Whether the case is there for the actor at all: it is their own, they have to know it, or a scope shows
    it."""
    reads = actor.officer_id in case.readers and not case.is_apart(actor)
    return is_theirs(actor, case) or reads or any(
        within(scope, actor, case) for scope in scopes(actor))


def sees_inside(actor: Actor, case: Determination) -> bool:
    """Evidence, findings, assessments, grounds of recusals: not for the subject's side, nor for whoever was
    recused, or is kept from the report that led to it."""
    if case.has_part(actor.officer_id, actor.units) or case.is_apart(actor):
        return False
    inside = scopes(actor) - {Scope.OWN_UNIT}
    return actor.officer_id in case.readers or any(within(scope, actor, case) for scope in inside)


def reads(actor: Actor, case: Determination) -> bool:
    """What the subject said and was told: for the subject, and for whoever sees the inside. Others of the
    subject's unit see that there is a case, and where it stands."""
    return is_theirs(actor, case) or sees_inside(actor, case)


def may(actor: Actor, verb: Verb, case: Determination) -> bool:
    """Whether the actor's post has the verb for this case, which they see, or it is the subject's."""
    if verb is Verb.LODGE_APPEAL and enters_from_above(actor, case):
        return True
    if not sees(actor, case):
        return False
    if case.is_subject(actor.officer_id):
        return verb in OF_THE_SUBJECT or (verb is Verb.RECUSE and _has(actor, verb, case))
    return _has(actor, verb, case)


def _has(actor: Actor, verb: Verb, case: Determination) -> bool:
    if verb is Verb.HAND_UP and _draws_up(actor, case):
        return True
    if case.organ_id != actor.organ_id or not any(verb in each.verbs for each in of_roles(RIGHTS, actor)):
        return False
    if verb is Verb.HAND_UP and _is_kept_from_judging(actor, case):
        return False
    if verb is Verb.ASSIGN:
        return actor.has(Role.LEAD) or not case.holders
    return verb not in OF_A_HOLDER or actor.has(Role.LEAD) or actor.officer_id in case.holders


def _draws_up(actor: Actor, case: Determination) -> bool:
    """Nobody draws up what is about themselves, or their unit."""
    return leads_above(actor, case.organ_id) and not (
        case.has_part(actor.officer_id, actor.units) or _is_kept_from_judging(actor, case))


def enters_from_above(actor: Actor, case: Determination) -> bool:
    """What somebody without an account appeals, a lead of the organ above may enter as well: the organ whose
    decision it is may not do it. For that they see that there is a case, and where it stands."""
    free = not case.is_apart(actor) and not case.has_part(actor.officer_id, actor.units)
    appeals = case.current is not None and not case.subject.officer_id
    return appeals and free and leads_above(actor, case.organ_id)


def _is_kept_from_judging(actor: Actor, case: Determination) -> bool:
    """Recused, or, while an appeal is open, with a hand in the case: they don't choose who hears it."""
    return case.is_apart(actor) or bool(case.open_appeal and actor.officer_id in case.engaged)


def leads(actor: Actor, case: Determination) -> bool:
    """Whether a lead of its organ may act on the case."""
    return actor.has(Role.LEAD) and case.organ_id == actor.organ_id and sees_inside(actor, case)


def require_sight(actor: Actor, case: Determination) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not (sees(actor, case) or enters_from_above(actor, case)):
        raise CaseError("not_found", details={"case_id": case.id})


def may_know_of(actor: Actor, case: Determination) -> bool:
    """Whether its number may be told to somebody who opens another one about the same person, seen or not:
    unless it is kept from them, or about them and they have not heard of it."""
    own = case.is_subject(actor.officer_id)
    return is_theirs(actor, case) if own else not case.is_apart(actor)


def require_inside(actor: Actor, case: Determination) -> None:
    """Raises `not_found` where the case is not there for the actor, `forbidden` where its inside is not."""
    require_sight(actor, case)
    if not sees_inside(actor, case):
        raise CaseError("forbidden", details={"organ_id": case.organ_id})


def from_outside(actor: Actor, case: Determination) -> bool:
    """Whether an officer sees the case only as a supervisor."""
    named = case.is_subject(actor.officer_id) or actor.officer_id in case.readers
    inside = scopes(actor) - {Scope.DIVISIONS_BELOW}
    return not named and not any(within(scope, actor, case) for scope in inside)


def require(actor: Actor, verb: Verb, case: Determination) -> None:
    """Raises `not_found` where the actor does not see the case, `forbidden` where the verb is not theirs,
    `review.already_assigned` where a reviewer would take what a colleague holds."""
    if verb is Verb.HAND_UP and _draws_up(actor, case):
        return
    require_sight(actor, case)
    if may(actor, verb, case):
        return
    taken = verb is Verb.ASSIGN and bool(case.holders) and actor.has(Role.REVIEWER)
    raise CaseError("review.already_assigned" if taken else "forbidden",
                    details={"verb": verb.value, "organ_id": case.organ_id})


def require_about(actor: Actor, verb: Verb, case: Determination, officer_id: str) -> None:
    """As `require`, for a verb about an officer: who is no lead does it to themselves only."""
    require(actor, verb, case)
    if not actor.has(Role.LEAD) and officer_id != actor.officer_id:
        raise CaseError("forbidden", details={"verb": verb.value, "organ_id": case.organ_id})


def require_opening(actor: Actor, initiation: Initiation, subject: Subject,
                    organs: Collection[str] = ()) -> None:
    """An application comes from the subject, everything else from their organ or one above it, by somebody
    without a part. `organs`: with which they have their post, or their unit is entered; of whom nothing says
    so, any organ may."""
    if initiation is Initiation.APPLICATION:
        if subject.officer_id != actor.officer_id:
            raise CaseError("determination.not_the_subject")
        return
    require_caseworker(actor)
    if organs and not any(actor.organ_id in organs_over(each) for each in organs):
        raise CaseError("determination.not_of_this_organ")
    named = initiation is Initiation.CLUE and not keys_of_subject(subject).isdisjoint(known_by(actor))
    if named or subject.officer_id == actor.officer_id or unit_key(subject.unit) in actor.units:
        raise CaseError("review.recused", details={"officer_id": actor.officer_id})
