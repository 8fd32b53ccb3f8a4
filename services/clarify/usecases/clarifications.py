"""What is done about a clarification: fetch, tell, commit."""

from collections.abc import Callable
from dataclasses import replace

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.asking import file_asked, officers_upwards
from rongcuo.casework.leaving import way_up
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.ports import OfCase
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import CaseNumber, Concerned, ConcernedKind
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import division
from services.clarify.access import clarifications as access
from services.clarify.access import reports as of_reports
from services.clarify.domain import following, keeping
from services.clarify.domain.apart import require_chooses_nobody
from services.clarify.domain.clarification import Application, Clarification
from services.clarify.domain.clarification import ClarificationVerb as Verb
from services.clarify.domain.grounds import NOTHING_UNTRUE
from services.clarify.ports import Kept
from services.clarify.usecases.accounts import account_of, accounts_named, can_sign_in, own_account
from services.clarify.usecases.fetching import occasion_in, occasion_of
from services.clarify.usecases.kinds import Context, Kind, Step, number_of, upwards_of
from services.clarify.usecases.where_untrue import go_up_to, where_to_clear

KIND: Kind[Clarification, Verb] = Kind(
    Verb, access, lambda store: store.clarifications, choosing=lambda case, officer, actor, giving: (
        None if giving else require_chooses_nobody(officer, actor, case.deciding_organs, case.engaged)))
assign, recuse, extend, hand_up = KIND.assign, KIND.recuse, KIND.extend, KIND.hand_up


def apply(context: Context, command: contract.ApplyForClarification) -> CaseNumber:
    """By the person, for themselves or their unit; for somebody without an account by a caseworker of the
    organ, with the paper."""
    files = _files(context, command.attachments)
    concerned = account_of(context, _applicant(context.actor, command), command.organ_id)
    code = division(of_reports.overseen_from(command.organ_id)).code
    application = Application(situation=command.situation, reported=command.reported, wish=command.wish,
                              attachments=files)
    with context.unit() as unit:
        case = Clarification.apply(
            context.new_id(), next_number(context, unit.store, command.organ_id), concerned, application,
            command.organ_id, code, occasion_in(context, code))
        return unit.commit(case, answer=number_of(case, context.actor))


def find_an_organ(context: Context, event: contract.ClarificationAppliedFor) -> None:
    """Whose name an organ's own people share can't be cleared by them: it goes up, to the first that can.
    What is kept from anybody who reads figures is in none."""
    case_id = event.standing.matter_id
    officers = officers_upwards(context, event.standing.organ_id)
    accounts = own_account(context, event.concerned)
    with context.unit() as unit:
        case = unit.store.clarifications.get(case_id)
        for _ in way_up(case, officers):
            case.hand_up(NOBODY_LEFT, occasion_of(context, case))
        place = "" if case.untrue else where_to_clear(unit.store, case, accounts)
        if place:
            go_up_to(case, place, occasion_of(context, case))
        case.left_out = keeping.keeps_from_a_reader(case.kept_from, officers)
        unit.commit(case)


def link_report(context: Context, command: contract.LinkClarification) -> CaseNumber:
    """Only a report that the actor sees."""
    with context.reading() as store:
        accounts = accounts_named(context, store.reports.read(command.report_id))
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.LINK_REPORT)
        report = unit.store.reports.read(command.report_id)
        of_reports.require_sight(context.actor, report)
        case.link_report(following.unfounded(report, case.concerned, accounts), occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def give_opinion(context: Context, command: contract.GiveOpinion) -> CaseNumber:
    """The person's, or entered for them with the paper."""
    opinion = replace(command.opinion, attachments=_files(context, command.opinion.attachments))
    return _knowing(context, command, Verb.GIVE_OPINION, lambda case, occasion: (
        case.give_opinion(opinion, occasion)))


def object_to_it(context: Context, command: contract.ObjectToNoClarification) -> CaseNumber:
    """It goes to the next level, to whoever is free there or above."""
    officers = upwards_of(context, lambda store: store.clarifications, command.case_id)
    files = _files(context, command.attachments)
    return _knowing(context, command, Verb.OBJECT, lambda case, occasion: (
        case.object(command.words, files, occasion, command.lodged_on, command.of_whom, officers)))


def answer_visit(context: Context, command: contract.AnswerVisit) -> CaseNumber:
    """The person's, or entered for them with the paper."""
    answer = replace(command.answer, attachments=_files(context, command.answer.attachments))
    return _knowing(context, command, Verb.ANSWER_VISIT, lambda case, occasion: (
        case.answer_visit(answer, occasion)))


def serve(context: Context, command: contract.ServeClarification) -> CaseNumber:
    """Only on whoever can't read it here."""
    files = _files(context, command.attachments)
    return _knowing(context, command, Verb.SERVE, lambda case, occasion: (
        case.serve(command.how, files, occasion)))


def request_approval(context: Context, command: contract.RequestApproval) -> CaseNumber:
    """Once the person has answered, or had the time to."""
    return _knowing(context, command, Verb.REQUEST_APPROVAL, lambda case, occasion: case.request_approval(
        command.recommendation, command.review_opinion, command.with_false_accusation, occasion))


def approve(context: Context, command: contract.ApproveClarification) -> CaseNumber:
    """By the organ's head."""
    return _knowing(context, command, Verb.APPROVE, lambda case, when: case.approve(command.note, when))


def give_feedback(context: Context, command: contract.GiveClearingFeedback) -> CaseNumber:
    """结果反馈, once the person has answered the visit's record, or had the time to."""
    return _knowing(context, command, Verb.GIVE_FEEDBACK, lambda case, when: case.give_feedback(
        command.note, when))


def withdraw(context: Context, command: contract.WithdrawClarification) -> CaseNumber:
    """By whoever applied; with the paper of a unit."""
    files = _files(context, command.attachments)
    return _knowing(context, command, Verb.WITHDRAW, lambda case, when: case.withdraw(
        command.reason, when, files))


def _knowing(context: Context, command: OfCase, verb: Verb,
             act: Callable[[Clarification, Occasion], None]) -> CaseNumber:
    """With whether the person can sign in, asked before: what nobody else says for them, and from when their
    time runs, hangs on it."""
    signs_in = _signs_in(context, command.case_id)
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, verb)
        case.signs_in = signs_in
        act(case, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def record_act(context: Context, command: contract.RecordAct) -> CaseNumber:
    """With the pictures that documents took in."""
    act = replace(command.act, attachments=_files(context, command.act.attachments))
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.RECORD_ACT)
        case.record_act(act, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def ask_unit(context: Context, command: contract.AskUnit) -> CaseNumber:
    """Under an id by which it is answered."""
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, Verb.ASK_UNIT)
        case.ask_unit(context.new_id(), command.unit, command.what, command.until, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


def propose_refusal(context: Context, command: contract.ProposeRefusal) -> CaseNumber:
    """不予澄清, to the head."""
    return _without(context, command, Verb.PROPOSE_REFUSAL, lambda case, occasion: (
        case.propose_refusal(command.ground, command.reasons, occasion)))


def refuse(context: Context, command: contract.RefuseClarification) -> CaseNumber:
    """不予澄清, by the head."""
    return _without(context, command, Verb.REFUSE, lambda case, occasion: (
        case.refuse(command.ground, command.reasons, occasion)))


def _without(context: Context, command: contract.ProposeRefusal | contract.RefuseClarification, verb: Verb,
             act: Callable[[Clarification, Occasion], None]) -> CaseNumber:
    """Nobody is told that nothing was untrue where a report that is over found it untrue, whether or not
    somebody has linked it. Where an organ above has that report, or oversees who has, the application goes
    there."""
    with context.reading() as store:
        concerned = store.clarifications.read(command.case_id).concerned
    accounts = own_account(context, concerned)
    with context.unit() as unit:
        case, occasion = KIND.fetch(context, unit.store, command.case_id, verb)
        place = where_to_clear(unit.store, case, accounts) if command.ground == NOTHING_UNTRUE else None
        if place is None:
            act(case, occasion)
        elif place in ("", case.organ_id):
            raise CaseError("clarify.ground_not_borne_out", details={"code": command.ground})
        else:
            go_up_to(case, place, occasion)
        return unit.commit(case, answer=number_of(case, context.actor))


assess: Step[contract.AssessClarification] = KIND.step(
    Verb.ASSESS, lambda case, command, occasion: (
        case.assess(command.grounds, command.effects, command.allegations, occasion)))
plan: Step[contract.PlanClarification] = KIND.step(
    Verb.PLAN, lambda case, command, occasion: case.make_plan(command.plan, occasion))
ask_opinion: Step[contract.AskOpinion] = KIND.step(
    Verb.ASK_OPINION, lambda case, _, occasion: case.ask_opinion(occasion))
read: Step[contract.ReadClarification] = KIND.step(
    Verb.READ, lambda case, _, occasion: case.read(occasion))
send_back: Step[contract.ReturnClarification] = KIND.step(
    Verb.RETURN, lambda case, command, occasion: case.send_back(command.reasons, occasion))
answer_objection: Step[contract.AnswerObjection] = KIND.step(
    lambda command: Verb.DIRECT if command.clear else Verb.UPHOLD_REFUSAL,
    lambda case, command, occasion: case.answer_objection(command.clear, command.reasons, occasion))
drop_mode: Step[contract.DropMode] = KIND.step(
    Verb.DROP_MODE, lambda case, command, occasion: case.drop_mode(command.mode, command.reasons, occasion))
answer_unit: Step[contract.RecordUnitAnswer] = KIND.step(
    Verb.ANSWER_UNIT, lambda case, command, occasion: (
        case.answer_unit(command.ask_id, command.done, command.reason, occasion)))
finish: Step[contract.FinishClearing] = KIND.step(
    Verb.FINISH, lambda case, _, occasion: case.finish(occasion))
archive: Step[contract.ArchiveClarification] = KIND.step(
    Verb.ARCHIVE, lambda case, command, occasion: case.archive(
        command.archive_number, command.personnel_body, command.integrity_file, occasion))
record_visit: Step[contract.RecordVisit] = KIND.step(
    Verb.VISIT, lambda case, command, occasion: case.record_visit(command.visit, occasion))

def next_number(context: Context, store: Kept, organ_id: str) -> str:
    """The organ's, of this year."""
    year = context.now.astimezone(ZONE).year
    return f"澄清〔{year}〕{store.clarifications.next_number(organ_id, year)}号"


def _applicant(actor: Actor, command: contract.ApplyForClarification) -> Concerned:
    """Who signs in applies for themselves or their own unit, whatever the command says of them. For others
    only a caseworker of the organ enters it, and only where they can't sign in: `clarify.not_concerned`."""
    told = command.concerned
    if told.officer_id == actor.officer_id:
        name = actor.name if told.kind is ConcernedKind.PERSON else actor.unit
        return replace(told, name=name, unit=actor.unit)
    require_caseworker(actor)
    if told.officer_id or actor.organ_id != command.organ_id:
        raise CaseError("clarify.not_concerned")
    return told


def _signs_in(context: Context, case_id: str) -> bool:
    """Asked of identity where somebody else would answer for them."""
    with context.reading() as store:
        concerned = store.clarifications.read(case_id).concerned
    return context.actor.officer_id == concerned.officer_id or can_sign_in(context, concerned)


def _files(context: Context, named: tuple[AttachmentRef, ...]) -> tuple[AttachmentRef, ...]:
    return tuple(file_asked(context, each) for each in named)
