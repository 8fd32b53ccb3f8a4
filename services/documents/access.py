"""Who takes files in, who may read which, and who sees and corrects which letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.documents.domain import Apart, Attachment, Letter


class Scope(StrEnum):
    """Which letters a role sees beside those that are for the officer."""

    NONE = "none"
    ORGAN = "organ"                      # issued by the officer's organ
    DIVISIONS_BELOW = "divisions_below"  # issued by an organ at or below the officer's division
    ALL = "all"


SCOPES: Mapping[Role, Scope] = {
    Role.FILER: Scope.NONE,
    Role.REVIEWER: Scope.ORGAN,
    Role.LEAD: Scope.ORGAN,
    Role.MEMBER: Scope.NONE,     # but for the letters of the cases and meetings in which they sit
    Role.SUPERVISOR: Scope.DIVISIONS_BELOW,
    Role.REGISTRAR: Scope.NONE,
    Role.OPERATOR: Scope.NONE,
    Role.SYSTEM: Scope.ALL,
}
UPLOADERS = (Role.FILER, Role.REVIEWER, Role.LEAD, Role.MEMBER)
DECIDERS = (Role.REVIEWER, Role.LEAD, Role.MEMBER)
CORRECT = "correct"


def below(division_code: str) -> str:
    """What the codes at or below a division begin with: 530000 → 53, 530100 → 5301, 530127 → itself."""
    if division_code.endswith("0000"):
        return division_code[:2]
    return division_code.removesuffix("00")


def within(scope: Scope, actor: Actor, letter: Letter) -> bool:
    """Whether a scope shows this letter to the actor."""
    if scope is Scope.ORGAN:
        return letter.organ_id == actor.organ_id
    if scope is Scope.DIVISIONS_BELOW:
        return letter.division_code.startswith(below(actor.division_code))
    return scope is Scope.ALL


def has_part(actor: Actor, letter: Letter, apart: Apart) -> bool:
    """Whether the letter's matter is the actor's or their unit's, or they were recused in it."""
    return actor.officer_id in letter.parties or apart.covers(actor)


def sees(actor: Actor, letter: Letter, apart: Apart) -> bool:
    """Whoever has a part in the matter sees only what is for them, whatever their post."""
    if actor.officer_id in letter.recipients or has_part(actor, letter, apart):
        return actor.officer_id in letter.recipients
    return apart.reads(actor) or any(within(SCOPES[role], actor, letter) for role in actor.roles)


@dataclass(frozen=True, slots=True)
class Near:
    """Where letters lie that somebody may see: among those for them, of an organ, or of divisions whose codes
    begin so."""

    officer_id: str
    organ_id: str = ""
    division: str | None = None


def near(actor: Actor) -> Near:
    """What `sees` may show the actor lies within; more may."""
    scopes = {SCOPES[role] for role in actor.roles}
    organ_id = actor.organ_id if Scope.ORGAN in scopes else ""
    if Scope.ALL in scopes:
        return Near(actor.officer_id, organ_id, "")
    down = below(actor.division_code) if Scope.DIVISIONS_BELOW in scopes else ""
    return Near(actor.officer_id, organ_id, down or None)


def from_outside(actor: Actor, letter: Letter) -> bool:
    """Whether an officer sees the letter neither as its recipient nor as of its organ: a supervisor does."""
    inside = letter.organ_id == actor.organ_id or actor.has(Role.SYSTEM)
    return actor.officer_id not in letter.recipients and not inside


def require_sight(actor: Actor, letter: Letter, apart: Apart) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, letter, apart):
        raise CaseError("not_found", details={"letter_id": letter.id})


def may_correct(actor: Actor, letter: Letter, apart: Apart) -> bool:
    """A lead of the organ that issued it, unless it is for them or they have a part in the matter."""
    concerned = actor.officer_id in letter.recipients or has_part(actor, letter, apart)
    return actor.has(Role.LEAD) and letter.organ_id == actor.organ_id and not concerned


def require_correction(actor: Actor, letter: Letter, apart: Apart) -> None:
    """Raises `not_found` or `forbidden`."""
    require_sight(actor, letter, apart)
    if not may_correct(actor, letter, apart):
        raise CaseError("forbidden", details={"verb": CORRECT})


def require_uploader(actor: Actor) -> None:
    """Raises `forbidden` for those whose work needs no files."""
    if not actor.has(*UPLOADERS):
        raise CaseError("forbidden")


def require_decider(actor: Actor) -> None:
    """Raises `forbidden` for those who decide nothing that a letter tells."""
    if not actor.has(*DECIDERS):
        raise CaseError("forbidden")


def may_read(actor: Actor, attachment: Attachment, matter_id: str, uploaders: tuple[str, ...]) -> bool:
    """One's own upload, or one that somebody of the matter uploaded in which the gateway has seen it."""
    own = attachment.uploaded_by == actor.officer_id
    return attachment.uploaded_by in uploaders if matter_id else own
