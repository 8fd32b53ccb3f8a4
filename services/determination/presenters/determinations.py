"""A determination as its contract's view: that there is one for the subject's unit, its outside for the
subject, its inside for those who work on it, and colleagues' assessments only for whoever has assessed."""

from collections.abc import Iterator
from dataclasses import replace

from rongcuo.casework.case import NEW_CALENDAR
from rongcuo.casework.holding import held_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import deadline_of, gap_views, is_late, recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.determination import (
    DecisionView,
    DeterminationView,
    Disagreement,
    Initiation,
    PersonView,
    StageStep,
)
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.gaps import GapView
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import (
    CONVENE,
    FOLLOWING,
    MILDER_ELSEWHERE,
    NO_LEAD_LEFT,
    Decision,
    Determination,
    Verb,
)
from services.determination.domain.determination.agenda_of_case import awaits_meeting, standing_items
from services.determination.domain.determination.assessment import counted, seen_by
from services.determination.domain.determination.gaps import facts_not_shown, not_heard
from services.determination.presenters.appeals import appeal_view

READ_OUTSIDE = frozenset[str]({   # steps whose notes the subject reads
    "open", Verb.REFUSE, Verb.WITHDRAW, Verb.SUSPEND, Verb.EXTEND, Verb.GIVE_FEEDBACK, Verb.CORRECT,
    Verb.REVOKE, MILDER_ELSEWHERE})
SEEN_OUTSIDE = READ_OUTSIDE | {   # steps of which they read only that there was one
    NEW_CALENDAR, Verb.ASSIGN, Verb.ACCEPT, Verb.FORM_TEAM, Verb.LINK_FILING, Verb.RECORD_STATEMENT,
    Verb.WRITE_FACTS_MATERIAL, Verb.REPORT, Verb.DENY, Verb.RETURN, Verb.RESUME, Verb.MAKE,
    Verb.HAND_UP, Verb.POST_ENDED, Verb.FILE_FOR_RECORD, Verb.LODGE_APPEAL, "withdraw_appeal", "uphold",
    "change_on_appeal", Verb.ASK_RECUSAL, Verb.ANSWER_RECUSAL,
    Verb.WITHDRAW_RECUSAL, NO_LEAD_LEFT}


def view_of(case: Determination, appeals: tuple[Appeal, ...], occasion: Occasion) -> DeterminationView:
    """The case as the asking actor may see it, with what they may do now."""
    view = _outside(case, appeals, occasion)
    if access.sees_inside(occasion.actor, case):
        return _with_inside(view, case, occasion)
    return replace(view if access.reads(occasion.actor, case) else _unread(view), withheld=True)


def _unread(view: DeterminationView) -> DeterminationView:
    """That there is a case, and where it stands: nobody's words in it."""
    deadline = view.deadline and replace(view.deadline, suspended_because="")
    return replace(view, deadline=deadline, grounds="", statement=None, statements=(), heard=False,
                   facts_material=None, decisions=(), recusals_asked=(), reasons="",
                   history=tuple(replace(entry, note="") for entry in view.history))


def _outside(case: Determination, appeals: tuple[Appeal, ...], occasion: Occasion) -> DeterminationView:
    theirs = case.initiation is Initiation.APPLICATION
    return DeterminationView(
        case_id=case.id, tag=case.tag, number=case.number, title=case.title, situation=case.situation,
        grounds=case.grounds if theirs else "", organ_id=case.organ_id, division_code=case.division_code,
        judged_by=case.yardstick.pack_id, run_by=case.pack_id, stage=case.stage,
        assignee_id=case.assignee_id, assignee_name=case.assignee.name if case.assignee else "",
        subject=case.subject, act=case.act, state=case.state,
        initiation=case.initiation if theirs else None,
        held_by=held_by(case),
        stages=tuple(_steps(case, occasion)), deadline=deadline_of(case, occasion),
        team=tuple(PersonView(officer_id=each.officer_id, name=each.name) for each in case.team),
        filings=tuple(replace(each, void_by="") for each in case.filings),
        statement=case.statement, statements=case.statements,
        heard=not not_heard(case, occasion), facts_material=case.facts_material,
        recusals_asked=case.recusals_asked,
        decisions=tuple(_decision(each) for each in case.decisions),
        appeals=tuple(appeal_view(appeal, case, occasion) for appeal in appeals),
        reasons=case.reasons, late=is_late(case, occasion), history=tuple(_told(case.history)),
        allowed=allowed(case, occasion, appeals), opened_at=case.opened_at)


def _with_inside(view: DeterminationView, case: Determination, occasion: Occasion) -> DeterminationView:
    return replace(
        view, grounds=case.grounds, initiation=case.initiation, clue_number=case.clue_number,
        report_id=case.report_id, opinion=case.opinion, report=case.report,
        recusals=recusal_views(case), filings=case.filings, evidence=case.evidence,
        negative_findings=tuple(case.negative_findings.values()), standing_items=standing_items(case),
        assessments=seen_by(case, occasion.actor.officer_id),
        assessors_wanted=dict(case.yardstick.wanted), assessors_counted=counted(case),
        facts_shown=not facts_not_shown(case, occasion),
        disagreements=tuple(_disagreements(case, occasion.actor.officer_id)),
        meeting_ids=case.meeting_ids, resolved=case.resolved, history=case.history,
        missing=_missing(case, occasion))


def _disagreements(case: Determination, officer_id: str) -> Iterator[Disagreement]:
    """Shown, never averaged."""
    answers: dict[tuple[str, str], dict[str, str]] = {}
    for assessment in seen_by(case, officer_id):
        for answer in assessment.answers:
            of_criterion = answers.setdefault((assessment.criteria_set, answer.criterion), {})
            name = assessment.assessor_name
            same = f"{name}({assessment.assessor_id})" if name in of_criterion else name
            of_criterion[same] = answer.leaning.value
    for (criteria_set, criterion), given in answers.items():
        if len(set(given.values())) > 1:
            yield Disagreement(criteria_set=criteria_set, criterion=criterion, answers=given)


def _steps(case: Determination, occasion: Occasion) -> Iterator[StageStep]:
    """Passed up to the running one; all of them once the case is concluded."""
    standing = "passed"
    for stage in occasion.pack.determination_stages:
        running = stage.code == case.stage and not case.ended
        yield StageStep(code=stage.code, name=stage.name, name_en=stage.name_en,
                        standing="running" if running else standing)
        if stage.code == case.stage and case.state.value != "concluded":
            standing = "to_come"


def _decision(decision: Decision) -> DecisionView:
    return DecisionView(
        decision_id=decision.decision_id, basis=decision.basis.value,
        decided_by_name=decision.decided_by_name, terms=decision.terms, outcome=decision.outcome,
        standing=decision.standing, why=decision.why, consent=decision.consent,
        overturned=decision.overturned, meeting_id=decision.meeting_id,
        appeal_until=decision.appeal_until, decided_at=decision.decided_at)


def _told(history: tuple[HistoryEntry, ...]) -> Iterator[HistoryEntry]:
    """Neither what somebody found or thought, nor who was recused."""
    for entry in history:
        if entry.what in SEEN_OUTSIDE:
            yield entry if entry.what in READ_OUTSIDE else replace(entry, note="")


def _missing(case: Determination, occasion: Occasion) -> tuple[GapView, ...]:
    """Before the steps that the actor's post has, in the state in which the case is."""
    theirs = [verb for verb in Verb if case.transitions.allow(case.state, verb)
              and verb not in FOLLOWING and access.may(occasion.actor, verb, case)]
    steps = (*theirs, *([CONVENE] if awaits_meeting(case) and access.leads(occasion.actor, case) else []))
    return gap_views((gap for step in steps for gap in case.missing(step, occasion)), occasion)


def allowed(case: Determination, occasion: Occasion, appeals: tuple[Appeal, ...] = ()) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, by the case itself, and by a panel that speaks."""
    theirs = (verb for verb in Verb if verb not in FOLLOWING and access.may(occasion.actor, verb, case))
    return tuple(verb.value for verb in theirs if _possible(case, verb, occasion, appeals))


def _possible(case: Determination, verb: Verb, occasion: Occasion, appeals: tuple[Appeal, ...]) -> bool:
    return holds(case.require, verb, occasion.knowing()) and (verb is not Verb.HAND_UP or all(
        holds(appeal.require_not_speaking, occasion) for appeal in appeals))
