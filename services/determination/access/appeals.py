"""Who may do what with an appeal. Who sees the case, sees the appeal; who reads the case, reads it."""

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import AppealState
from rongcuo.contracts.errors import CaseError
from services.determination.access import determinations
from services.determination.domain.appeal import Appeal, AppealVerb
from services.determination.domain.determination import Determination

OF_THE_PANEL = frozenset({AppealVerb.DECIDE, AppealVerb.SIGN})


def may(actor: Actor, verb: AppealVerb, appeal: Appeal) -> bool:
    """A lead of the organ names the panel, who decide; the subject withdraws."""
    if verb is AppealVerb.WITHDRAW:
        return actor.officer_id == appeal.subject.officer_id
    if verb in OF_THE_PANEL:
        return actor.officer_id in appeal.holders
    leads = actor.has(Role.LEAD) and actor.organ_id == appeal.organ_id
    return leads and verb is not AppealVerb.POST_ENDED


def hears_opinions(actor: Actor, appeal: Appeal, case: Determination) -> bool:
    """What its members would decide, the panel reads by itself; once it has decided, whoever sees the inside
    of the case does."""
    over = appeal.state is AppealState.DECIDED and determinations.sees_inside(actor, case)
    return over or (actor.officer_id in appeal.holders and not case.is_apart(actor))


def require(actor: Actor, verb: AppealVerb, appeal: Appeal, case: Determination) -> None:
    """Raises `not_found` where the actor does not see the case, `forbidden` where the verb is not theirs,
    `appeal.not_on_panel` where somebody else of the organ would decide."""
    determinations.require_sight(actor, case)
    if may(actor, verb, appeal):
        return
    decides = verb in OF_THE_PANEL and determinations.sees_inside(actor, case)
    raise CaseError("appeal.not_on_panel" if decides else "forbidden",
                    details={"verb": verb.value, "organ_id": appeal.organ_id})
