"""Who takes files in, who may read which, and who sees and corrects which letters."""

from collections.abc import Mapping

from rongcuo.casework.access import Ownership, Scope, of_roles, shows
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.documents.domain.attachment import Attachment
from services.documents.domain.letter import Letter
from services.documents.domain.matter import Excluded

SCOPES: Mapping[Role, Scope] = {     # of issued letters, beside those that are for the officer
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


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(of_roles(SCOPES, actor))


def has_part(actor: Actor, letter: Letter, excluded: Excluded) -> bool:
    """Whether the letter's matter is the actor's or their unit's, or they were recused in it."""
    return actor.officer_id in letter.parties or excluded.covers(actor)


def sees(actor: Actor, letter: Letter, excluded: Excluded) -> bool:
    """Whoever has a part in the matter sees only what is for them, whatever their post."""
    if actor.officer_id in letter.recipients or has_part(actor, letter, excluded):
        return actor.officer_id in letter.recipients
    issued = Ownership(letter.organ_id, letter.division_code)
    return excluded.reads(actor) or any(shows(scope, actor, issued) for scope in scopes(actor))


def from_outside(actor: Actor, letter: Letter) -> bool:
    """Whether an officer sees the letter neither as its recipient nor as of its organ: a supervisor does."""
    inside = letter.organ_id == actor.organ_id or actor.has(Role.SYSTEM)
    return actor.officer_id not in letter.recipients and not inside


def require_sight(actor: Actor, letter: Letter, excluded: Excluded) -> None:
    """Raises `not_found`: what somebody may not see is not there."""
    if not sees(actor, letter, excluded):
        raise CaseError("not_found", details={"letter_id": letter.id})


def may_correct(actor: Actor, letter: Letter, excluded: Excluded) -> bool:
    """A lead of the organ that issued it, unless it is for them or they have a part in the matter."""
    concerned = actor.officer_id in letter.recipients or has_part(actor, letter, excluded)
    return actor.has(Role.LEAD) and letter.organ_id == actor.organ_id and not concerned


def require_correction(actor: Actor, letter: Letter, excluded: Excluded) -> None:
    """Raises `not_found` or `forbidden`."""
    require_sight(actor, letter, excluded)
    if not may_correct(actor, letter, excluded):
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
