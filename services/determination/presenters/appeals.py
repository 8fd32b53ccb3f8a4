"""An appeal as its contract's view: its words only for whoever reads those of its case."""

from dataclasses import replace
from typing import Any

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import deadline_of
from rongcuo.casework.transitions import holds
from rongcuo.contracts.determination import AppealView, OpinionView, PersonView
from services.determination.access import appeals as access
from services.determination.access import determinations
from services.determination.domain.appeal import Appeal, AppealVerb, digest
from services.determination.domain.determination import Determination


def appeal_view(appeal: Appeal, case: Determination, occasion: Occasion) -> AppealView:
    """Who hears it is named; what they say to each other is nowhere."""
    may = allowed(appeal, case, occasion)
    view = AppealView(
        appeal_id=appeal.id, tag=appeal.tag, case_id=case.id, decision_id=appeal.decision_id,
        number=appeal.number, title=appeal.title, grounds=appeal.grounds, state=appeal.state,
        panel=tuple(PersonView(officer_id=each.officer_id, name=each.name) for each in appeal.team),
        engaged=tuple(sorted(case.engaged)) if AppealVerb.FORM_PANEL in may else (),
        **_opinions(appeal, case, occasion),
        upheld=appeal.upheld, reasons=appeal.reasons, deadline=deadline_of(appeal, occasion),
        allowed=may, history=appeal.history, attachments=appeal.attachments, lodged_at=appeal.opened_at,
        decided_at=appeal.decided_at)
    return view if determinations.reads(occasion.actor, case) else _unread(view)


def _opinions(appeal: Appeal, case: Determination, occasion: Occasion) -> dict[str, Any]:
    if not access.hears_opinions(occasion.actor, appeal, case):
        return {}
    names = {each.officer_id: PersonView(officer_id=each.officer_id, name=each.name) for each in appeal.team}
    said = {digest(opinion): opinion for opinion in appeal.opinions.held.values()}
    return {
        "opinions": tuple(OpinionView(
            opinion=opinion, digest=read,
            held_by=tuple(names[each] for each in sorted(appeal.opinions.agreeing(opinion))))
            for read, opinion in said.items()),
        "unspoken": tuple(who for each, who in names.items() if each not in appeal.opinions.held),
        "majority": appeal.panel.majority}


def _unread(view: AppealView) -> AppealView:
    return replace(view, grounds="", upheld=None, reasons="", attachments=(),
                   history=tuple(replace(entry, note="") for entry in view.history))


def allowed(appeal: Appeal, case: Determination, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now."""
    theirs = (verb for verb in AppealVerb if access.may(occasion.actor, verb, appeal))
    return tuple(verb.value for verb in theirs if holds(appeal.require_of, verb, case, occasion))
