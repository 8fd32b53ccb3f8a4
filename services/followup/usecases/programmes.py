"""What is done about a programme: fetch, tell, commit."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rongcuo.casework.asking import officer_asked
from rongcuo.casework.leaving import way_up
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts import followup as contract
from rongcuo.contracts.followup import ProgrammeNumber, VisitKind
from rongcuo.policy.calendar import ZONE
from services.followup.access import programmes as access
from services.followup.domain.programme import Programme, person_key, visits_in
from services.followup.domain.programme import ProgrammeVerb as Verb
from services.followup.ports import Kept
from services.followup.presenters.programmes import number_of
from services.followup.usecases.asking import in_post
from services.followup.usecases.fetching import C, Context, Steps, files_of, occasion_of

Step = Callable[[Context, C], ProgrammeNumber]     # a use case
STEPS: Final = Steps(kept=lambda store: store.programmes, require=access.require,
                     require_about=access.require_about, number_of=number_of)
fetch, step, step_with_papers = STEPS.fetch, STEPS.step, STEPS.step_with_papers
BATCH: Final = 50     # programmes of whose end is told in one transaction


def assign(context: Context, command: contract.AssignProgramme) -> ProgrammeNumber:
    """A lead gives it to a reviewer."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        programme, occasion = fetch(context, unit.store, command.case_id, Verb.ASSIGN)
        programme.assign(officer, occasion)
        return unit.commit(programme, answer=number_of(programme))


def plan_visit(context: Context, command: contract.PlanVisit) -> ProgrammeNumber:
    """With the visitors as identity knows them; formal visits of a year are counted over all programmes of
    the person."""
    visitors = tuple(officer_asked(context, each, "followup.visitor_unknown")
                     for each in dict.fromkeys(command.visitors))
    with context.unit() as unit:
        programme, occasion = fetch(context, unit.store, command.case_id, Verb.PLAN_VISIT)
        programme.plan_visit(
            command.kind, command.on, command.place, visitors, command.outline, command.request,
            _elsewhere(unit.store, programme, command.kind, command.on.year), occasion)
        return unit.commit(programme, answer=number_of(programme))


def record_visit(context: Context, command: contract.RecordProgrammeVisit) -> ProgrammeNumber:
    """It counts for the year in which it was made."""
    with context.unit() as unit:
        programme, occasion = fetch(context, unit.store, command.case_id, Verb.RECORD_VISIT)
        elsewhere = {kind: _elsewhere(unit.store, programme, kind, command.on.year) for kind in VisitKind}
        programme.record_visit(command.visit, command.on, command.talks, command.wishes, elsewhere, occasion)
        return unit.commit(programme, answer=number_of(programme))


def record_milestone(context: Context, command: contract.RecordMilestone) -> ProgrammeNumber:
    """With its evidence."""
    milestone = replace(command.milestone, attachments=files_of(context, command.milestone.attachments))
    with context.unit() as unit:
        programme, occasion = fetch(context, unit.store, command.case_id, Verb.RECORD_MILESTONE)
        programme.record_milestone(milestone, occasion)
        return unit.commit(programme, answer=number_of(programme))


def change_person(context: Context, command: contract.ChangePerson) -> ProgrammeNumber:
    """Where nobody is left who is free of whoever has moved, the organ above has it."""
    files = files_of(context, command.attachments)
    officers = in_post(context, command.organ_id or context.actor.organ_id)
    with context.unit() as unit:
        programme, occasion = fetch(context, unit.store, command.case_id, Verb.CHANGE_PERSON)
        programme.change_person(command.what, command.on, command.unit, command.post, command.organ_id,
                                command.ends, command.words, files, occasion)
        for _ in () if programme.ended else way_up(programme, officers):
            programme.hand_up(NOBODY_LEFT, occasion)
        return unit.commit(programme, answer=number_of(programme))


def tell_ends(context: Context) -> None:
    """Whose period ends soon, or is over, is told: nobody has to think of it."""
    today, told = context.now.astimezone(ZONE).date(), BATCH
    while told == BATCH:
        with context.unit() as unit:
            due = unit.store.programmes.to_tell(today, BATCH)
            for programme in due:
                programme.tell_what_ends(occasion_of(context, programme))
            unit.commit(*due)
            told = len(due)


recuse: Step[contract.RecuseFromProgramme] = STEPS.recusal(Verb.RECUSE)
decline_visit: Step[contract.DeclineVisit] = step_with_papers(
    Verb.DECLINE_VISIT, lambda case, command, files, occasion: (
        case.decline_visit(command.visit, command.reason, files, occasion)))
accept_visit: Step[contract.AcceptVisit] = step_with_papers(
    Verb.ACCEPT_VISIT, lambda case, command, files, occasion: (
        case.accept_visit(command.visit, files, occasion)))
correct_talk: Step[contract.CorrectTalk] = step_with_papers(
    Verb.CORRECT_TALK, lambda case, command, files, occasion: (
        case.correct_talk(command.visit, command.words, files, occasion)))
request_visit: Step[contract.RequestVisit] = step_with_papers(
    Verb.REQUEST_VISIT, lambda case, command, files, occasion: (
        case.request_visit(command.words, files, occasion)))
opt_out: Step[contract.OptOut] = step_with_papers(
    Verb.OPT_OUT, lambda case, command, files, occasion: case.opt_out(command.reason, files, occasion))
sign_step: Step[contract.SignStep] = step_with_papers(
    Verb.SIGN_STEP, lambda case, command, files, occasion: case.sign_step(command.digest, files, occasion))
sign_plan: Step[contract.SignGrowthPlan] = step_with_papers(
    Verb.SIGN_PLAN, lambda case, command, files, occasion: (
        case.sign_plan(command.digest, command.for_unit, files, occasion)))
record_unit_evaluation: Step[contract.RecordUnitEvaluation] = step_with_papers(
    Verb.RECORD_UNIT_EVALUATION, lambda case, command, files, occasion: case.record_unit_evaluation(
        command.organisation, command.words, command.grade, files, occasion))
change_period: Step[contract.ChangePeriod] = step_with_papers(
    Verb.CHANGE_PERIOD, lambda case, command, files, occasion: case.change_period(
        command.what, command.on, command.number, command.months, command.words, files, occasion))
hand_up: Step[contract.HandProgrammeUp] = step(
    Verb.HAND_UP, lambda case, command, occasion: case.hand_up(command.reason, occasion))
classify: Step[contract.ClassifyPerson] = step(
    Verb.CLASSIFY, lambda case, command, occasion: (
        case.classify(command.person_class, command.reason, occasion)))
cancel_visit: Step[contract.CancelVisit] = step(
    Verb.CANCEL_VISIT, lambda case, command, occasion: (
        case.cancel_visit(command.visit, command.reason, occasion)))
write_step: Step[contract.WriteStep] = step(
    Verb.WRITE_STEP, lambda case, command, occasion: case.write_step(command.words, occasion))
go_on_unsigned: Step[contract.GoOnUnsigned] = step(
    Verb.GO_ON_UNSIGNED, lambda case, command, occasion: case.go_on_unsigned(command.reason, occasion))
name_mentor: Step[contract.NameMentor] = step(
    Verb.NAME_MENTOR, lambda case, command, occasion: case.name_mentor(command.mentor, occasion))
write_plan: Step[contract.WriteGrowthPlan] = step(
    Verb.WRITE_PLAN, lambda case, command, occasion: (
        case.write_plan(command.own_words, command.goals, occasion)))
check_execution: Step[contract.CheckExecution] = step(
    Verb.CHECK_EXECUTION, lambda case, command, occasion: case.check_execution(command.check, occasion))
extend_execution: Step[contract.ExtendExecution] = step(
    Verb.EXTEND_EXECUTION, lambda case, command, occasion: (
        case.extend_execution(command.months, command.reason, occasion)))
gather: Step[contract.GatherInformation] = step(
    Verb.GATHER, lambda case, command, occasion: case.gather(command.gathered, occasion))
evaluate: Step[contract.EvaluateProgramme] = step(
    Verb.EVALUATE, lambda case, command, occasion: case.evaluate(command.grade, command.words, occasion))
escalate: Step[contract.EscalateProgramme] = step(
    Verb.ESCALATE, lambda case, command, occasion: case.escalate(command.words, occasion))
answer_escalation: Step[contract.AnswerEscalation] = step(
    Verb.ANSWER_ESCALATION, lambda case, command, occasion: (
        case.answer_escalation(command.answer, occasion)))
complete: Step[contract.CompleteProgramme] = step(
    Verb.COMPLETE, lambda case, command, occasion: (
        case.complete(command.recommendation, command.words, occasion)))
add_remark: Step[contract.AddRemark] = step(
    Verb.REMARK, lambda case, command, occasion: case.remark(command.words, occasion))
send_card: Step[contract.SendCareCard] = step(
    Verb.SEND_CARD, lambda case, command, occasion: (
        case.send_card(command.words, command.reminders, command.contact, occasion)))
read_card: Step[contract.ReadCareCard] = step(
    Verb.READ_CARD, lambda case, _, occasion: case.read_card(occasion))


def _elsewhere(store: Kept, programme: Programme, kind: VisitKind, year: int) -> int:
    """Visits of a kind and a year in the person's other programmes."""
    others = store.programmes.of_person(person_key(programme.person))
    return sum(visits_in(each, kind, year) for each in others if each.id != programme.id)
