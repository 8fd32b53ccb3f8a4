"""A clarification as its view. Pure: the use cases answer with it, and so do the queries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rongcuo.casework.holding import held_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import deadline_of, is_late, recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.clarify import (
    ClarificationState,
    ClarificationView,
    CodedText,
    ObjectionView,
    Plan,
    UnwillingUnit,
)
from rongcuo.policy.pack import Item
from services.clarify.access import clarifications as access
from services.clarify.domain.clarification import Application, Clarification, is_unwilling, reaching
from services.clarify.domain.clarification import ClarificationVerb as Verb
from services.clarify.domain.clarification.outside import told_outside
from services.clarify.domain.clarification.plan import beyond
from services.clarify.domain.clarification.refusal import Objection
from services.clarify.domain.clarification.wording import doubtful
from services.clarify.presenters.false_accusations import coded_text, coded_texts

NOTHING = Application(situation="", reported="", wish="")
BEFORE_DECISION = frozenset({ClarificationState.ASSESSMENT, ClarificationState.APPROVAL})


def view_of(case: Clarification, occasion: Occasion, reported: Iterable[str] = (), *,
            sees_report: bool = False) -> ClarificationView:
    """As the asking actor may see it, with what they may do now. The person sees what is to be said of them,
    what they said to it, and what was decided; not what colleagues proposed, nor who would not do their
    part. `reported`: the texts of the report, with which what is to be said has nothing in common."""
    inside, rule = access.sees_inside(occasion.actor, case), occasion.pack.clarification
    refusal, proposed = rule.refusals.get(case.refusal), rule.refusals.get(case.proposed_refusal)
    applied = case.application or NOTHING
    shown = inside or case.opinion_clock is not None
    choosing = inside and case.state in BEFORE_DECISION
    return ClarificationView(
        case_id=case.id, number=case.number, title=case.title, organ_id=case.organ_id,
        division_code=case.division_code, pack_id=case.pack_id, concerned=case.concerned, start=case.start,
        state=case.state, held_by=held_by(case), tag=case.tag_for(occasion.actor.officer_id),
        report_id=case.report_id if inside else "",
        sees_report=inside and sees_report,
        assignee_id=case.assignee_id, assignee_name=case.assignee.name if case.assignee else "",
        situation=applied.situation, reported=applied.reported, wish=applied.wish,
        untrue=tuple(case.untrue) if inside else (), settled=inside and case.settled,
        allegations=case.allegations if inside else (),
        grounds=tuple(coded_text(rule.grounds[code]) for code in case.grounds if code in rule.grounds),
        effects=case.effects if inside else "", plan=_plan(case, inside) if shown else None,
        preview=case.preview if shown else (),
        doubtful=doubtful(case.allegations, case.plan, case.asks, reported) if inside else (),
        opinion=case.opinion,
        opinion_until=case.opinion_until(occasion), recommendation=case.recommendation if inside else "",
        review_opinion=case.review_opinion if inside else "",
        with_false_accusation=inside and case.with_false_accusation,
        proposed_refusal=coded_text(proposed) if proposed and inside else None,
        refusal=coded_text(refusal) if refusal else None, reasons=case.reasons,
        objection=_objection(case.objection), complaint=_objection(case.complaint),
        opinion_awaited=shown and case.opinion_awaited, plan_digest=case.plan_digest if shown else "",
        namesakes=len(case.namesakes) if inside else 0, object_until=case.object_until(occasion),
        acts=case.acts,
        dropped=tuple(f"{mode}：{why}" for mode, why in case.dropped.items()),
        asks=case.asks if inside else (), archive_number=case.archive_number if inside else "",
        personnel_body=case.personnel_body, visit_from=case.visit_from(occasion),
        visit=case.visit,
        visit_answer=case.visit_answer, visit_until=reaching.last_day(case, reaching.VISIT, occasion),
        receipts=case.receipts, unread=reaching.unread(case),
        beyond_plan=beyond(case.plan, case.personnel_body, (each.unit for each in case.asks)),
        feedback=case.feedback,
        grounds_known=coded_texts(rule.grounds) if choosing else (),
        refusals_known=_refusals(case, occasion, rule.refusals) if choosing else (),
        guidance=coded_texts(rule.guidance) if inside else (),
        recusals=recusal_views(case) if inside else (), deadline=deadline_of(case, occasion),
        late=is_late(case, occasion), allowed=allowed(case, occasion),
        history=case.history if inside else told_outside(case.history),
        opened_at=case.opened_at)


def unwilling(case: Clarification, today: date) -> tuple[UnwillingUnit, ...]:
    """The units that were asked in this clearing and did not."""
    return tuple(UnwillingUnit(case_id=case.id, number=case.number, organ_id=case.organ_id, ask=each)
                 for each in case.asks if is_unwilling(each, today))


def allowed(case: Clarification, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post or their name, and by the case itself."""
    return tuple(verb.value for verb in Verb if access.may(occasion.actor, verb, case)
                 and holds(case.require, verb, occasion.knowing()))


def _plan(case: Clarification, inside: bool) -> Plan | None:
    """Why it goes further than the person wished, colleagues tell each other."""
    return case.plan if inside or case.plan is None else replace(case.plan, despite="")


def _refusals(case: Clarification, occasion: Occasion, known: Mapping[str, Item]) -> tuple[CodedText, ...]:
    """Those grounds that the matter bears out."""
    return coded_texts({code: item for code, item in known.items()
                        if case.bears_out(code, occasion)})


def _objection(said: Objection | None) -> ObjectionView | None:
    return ObjectionView(
        organ_id=said.organ_id, words=said.words, clear=said.cleared, answer=said.answer,
        attachments=said.attachments, objected_at=said.objected_at) if said else None
