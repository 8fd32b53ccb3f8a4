"""Who may do what with an appeal. Who sees the case, sees the appeal; who reads the case, reads it."""

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from services.review.access import determinations
from services.review.domain.appeal import Appeal, AppealVerb
from services.review.domain.determination import Determination


def may(actor: Actor, verb: AppealVerb, appeal: Appeal) -> bool:
    """A lead of the organ names the panel, the panel decides, the subject withdraws."""
    if verb is AppealVerb.WITHDRAW:
        return actor.officer_id == appeal.subject.officer_id
    if verb is AppealVerb.DECIDE:
        return actor.officer_id in appeal.holders
    leads = actor.has(Role.LEAD) and actor.organ_id == appeal.organ_id
    return leads and verb is not AppealVerb.POST_ENDED


def require(actor: Actor, verb: AppealVerb, appeal: Appeal, case: Determination) -> None:
    """Raises `not_found` where the actor does not see the case, `forbidden` where the verb is not theirs,
    `appeal.not_on_panel` where somebody else of the organ would decide."""
    determinations.require_sight(actor, case)
    if may(actor, verb, appeal):
        return
    decides = verb is AppealVerb.DECIDE and determinations.sees_inside(actor, case)
    raise CaseError("appeal.not_on_panel" if decides else "forbidden",
                    details={"verb": verb.value, "organ_id": appeal.organ_id})
