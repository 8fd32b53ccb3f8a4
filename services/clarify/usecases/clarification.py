"""What is done about a clarification: fetch, tell, commit."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.asking import file_asked, officer_asked
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.ports import Dated, OfCase
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import ClarificationView, Concerned, ConcernedKind
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import division
from services.clarify.access import clarifications as access
from services.clarify.domain.clarification import Application, Clarification, Unfounded
from services.clarify.domain.clarification import ClarificationVerb as Verb
from services.clarify.presenters.clarifications import view_of


class Clarifications(Dated[Clarification], Protocol):
    """Clarifications."""

    def of_report(self, report_id: str) -> tuple[Clarification, ...]:
        """All that a report has led to, also ended ones."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's clarifications of a year up by one, without gaps."""


class UnfoundedReports(Protocol):
    """The reports, as far as a clarification may know them."""

    def unfounded(self, report_id: str, allegations: tuple[str, ...], actor: Actor) -> Unfounded:
        """A report with these of its allegations, in words that say nothing of who made it, for a reviewer or
        lead of its organ who sees it. Raises `not_found`, `forbidden`."""


class Store(Protocol):
    """What the use cases need of what the service keeps."""

    @property
    def clarifications(self) -> Clarifications: ...

    @property
    def unfounded_reports(self) -> UnfoundedReports: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""


C = TypeVar("C", bound=OfCase)
Context = ExecutionContext[Store]
Step = Callable[[Context, C], ClarificationView]     # a use case


def propose(context: Context, command: contract.ProposeClarification) -> ClarificationView:
    """Of a report of the actor's organ; once for each person: `clarify.proposed_already`."""
    actor = context.actor
    with context.unit() as unit:
        unfounded = unit.store.unfounded_reports.unfounded(command.report_id, command.allegations, actor)
        if any(not each.ended and each.concerned == command.concerned
               for each in unit.store.clarifications.of_report(command.report_id)):
            raise CaseError("clarify.proposed_already")
        occasion, number = _numbered(context, unit.store, actor.organ_id, actor.division_code)
        case = Clarification.propose(
            context.new_id(), number, command.concerned, unfounded, actor.organ_id, actor.division_code,
            occasion, command.grounds, command.effects)
        return unit.commit(case, answer=view_of(case, occasion))


def apply(context: Context, command: contract.ApplyForClarification) -> ClarificationView:
    """By the person, for themselves or their unit; for somebody without an account by a caseworker of the
    organ, with the paper."""
    actor, files = context.actor, _files(context, command.attachments)
    concerned = _applicant(actor, command)
    code = division(command.organ_id.partition(".")[0]).code
    application = Application(situation=command.situation, reported=command.reported, wish=command.wish,
                              attachments=files)
    with context.unit() as unit:
        occasion, number = _numbered(context, unit.store, command.organ_id, code)
        case = Clarification.apply(context.new_id(), number, concerned, application, command.organ_id, code,
                                   occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def link_report(context: Context, command: contract.LinkReport) -> ClarificationView:
    """Of the organ's own reports."""
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id, Verb.LINK_REPORT)
        unfounded = unit.store.unfounded_reports.unfounded(
            command.report_id, command.allegations, context.actor)
        case.link_report(unfounded, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def assign(context: Context, command: contract.AssignClarification) -> ClarificationView:
    """Give it to a reviewer, or take it."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id)
        access.require_about(context.actor, Verb.ASSIGN, case, command.officer_id)
        case.assign(officer, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def recuse(context: Context, command: contract.RecuseFromClarification) -> ClarificationView:
    """Step back, or, as a lead, order it."""
    officer = Holder.of(officer_asked(context, command.officer_id))
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id)
        access.require_about(context.actor, Verb.RECUSE, case, command.officer_id)
        case.recuse(officer, command.ground, command.reason, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def give_opinion(context: Context, command: contract.GiveOpinion) -> ClarificationView:
    """The person's, or entered for them with the paper."""
    opinion = replace(command.opinion, attachments=_files(context, command.opinion.attachments))
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id, Verb.GIVE_OPINION)
        case.give_opinion(opinion, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def object_to_it(context: Context, command: contract.ObjectToNoClarification) -> ClarificationView:
    """It goes to the next level."""
    files = _files(context, command.attachments)
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id, Verb.OBJECT)
        case.object(command.words, files, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def record_act(context: Context, command: contract.RecordAct) -> ClarificationView:
    """With the pictures that documents took in."""
    act = replace(command.act, attachments=_files(context, command.act.attachments))
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id, Verb.RECORD_ACT)
        case.record_act(act, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def ask_unit(context: Context, command: contract.AskUnit) -> ClarificationView:
    """Under an id by which it is answered."""
    with context.unit() as unit:
        case, occasion = _fetch(context, unit.store, command.case_id, Verb.ASK_UNIT)
        case.ask_unit(context.new_id(), command.unit, command.what, command.until, occasion)
        return unit.commit(case, answer=view_of(case, occasion))


def _step(verb: Callable[[C], Verb] | Verb, act: Callable[[Clarification, C, Occasion], None]) -> Step[C]:
    """The use case of a verb for which nothing is asked of others before; which verb it is, the command may
    say."""
    def step(context: Context, command: C) -> ClarificationView:
        with context.unit() as unit:
            wanted = verb if isinstance(verb, Verb) else verb(command)
            case, occasion = _fetch(context, unit.store, command.case_id, wanted)
            act(case, command, occasion)
            return unit.commit(case, answer=view_of(case, occasion))
    return step


assess: Step[contract.AssessEffects] = _step(
    Verb.ASSESS, lambda case, command, occasion: case.assess(command.grounds, command.effects, occasion))
plan: Step[contract.PlanClarification] = _step(
    Verb.PLAN, lambda case, command, occasion: case.make_plan(command.plan, occasion))
ask_opinion: Step[contract.AskOpinion] = _step(
    Verb.ASK_OPINION, lambda case, _, occasion: case.ask_opinion(occasion))
request_approval: Step[contract.RequestApproval] = _step(
    Verb.REQUEST_APPROVAL, lambda case, command, occasion: case.request_approval(
        command.recommendation, command.review_opinion, command.with_false_accusation, occasion))
propose_refusal: Step[contract.ProposeRefusal] = _step(
    Verb.PROPOSE_REFUSAL, lambda case, command, occasion: (
        case.propose_refusal(command.ground, command.reasons, occasion)))
approve: Step[contract.ApproveClarification] = _step(
    Verb.APPROVE, lambda case, command, occasion: case.approve(command.note, occasion))
send_back: Step[contract.ReturnClarification] = _step(
    Verb.RETURN, lambda case, command, occasion: case.send_back(command.reasons, occasion))
refuse: Step[contract.RefuseClarification] = _step(
    Verb.REFUSE, lambda case, command, occasion: case.refuse(command.ground, command.reasons, occasion))
answer_objection: Step[contract.AnswerObjection] = _step(
    lambda command: Verb.DIRECT if command.clear else Verb.UPHOLD_REFUSAL,
    lambda case, command, occasion: case.answer_objection(command.clear, command.reasons, occasion))
drop_mode: Step[contract.DropMode] = _step(
    Verb.DROP_MODE, lambda case, command, occasion: case.drop_mode(command.mode, command.reasons, occasion))
answer_unit: Step[contract.RecordUnitAnswer] = _step(
    Verb.ANSWER_UNIT, lambda case, command, occasion: (
        case.answer_unit(command.ask_id, command.done, command.reason, occasion)))
finish: Step[contract.FinishClearing] = _step(
    Verb.FINISH, lambda case, _, occasion: case.finish(occasion))
archive: Step[contract.ArchiveClarification] = _step(
    Verb.ARCHIVE, lambda case, command, occasion: case.archive(
        command.archive_number, command.personnel_body, command.integrity_file, occasion))
record_visit: Step[contract.RecordVisit] = _step(
    Verb.VISIT, lambda case, command, occasion: case.record_visit(command.visit, occasion))
give_feedback: Step[contract.GiveClearingFeedback] = _step(
    Verb.GIVE_FEEDBACK, lambda case, command, occasion: case.give_feedback(command.note, occasion))
withdraw: Step[contract.WithdrawClarification] = _step(
    Verb.WITHDRAW, lambda case, command, occasion: case.withdraw(command.reason, occasion))
suspend: Step[contract.SuspendClarification] = _step(
    Verb.SUSPEND, lambda case, command, occasion: case.suspend(command.reason, occasion))
resume: Step[contract.ResumeClarification] = _step(
    Verb.RESUME, lambda case, _, occasion: case.resume(occasion))
extend: Step[contract.ExtendClarification] = _step(
    Verb.EXTEND, lambda case, command, occasion: case.extend(command.reason, occasion))
hand_up: Step[contract.HandClarificationUp] = _step(
    Verb.HAND_UP, lambda case, command, occasion: case.hand_up(command.reason, occasion))


def _fetch(context: Context, store: Store, case_id: str,
           verb: Verb | None = None) -> tuple[Clarification, Occasion]:
    """Locked, for whoever has the verb."""
    case = store.clarifications.get(case_id)
    if verb is not None:
        access.require(context.actor, verb, case)
    return case, Occasion.at(context, case.pack_id, case.division_code)


def _numbered(context: Context, store: Store, organ_id: str, code: str) -> tuple[Occasion, str]:
    """With the pack and the calendar of today, and the organ's next number."""
    today = context.now.astimezone(ZONE).date()
    occasion = Occasion(context.actor, context.now, context.rules.pack(code, today),
                        context.rules.calendar(code))
    return occasion, f"澄清〔{today.year}〕{store.clarifications.next_number(organ_id, today.year)}号"


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


def _files(context: Context, named: tuple[AttachmentRef, ...]) -> tuple[AttachmentRef, ...]:
    """As documents took them in."""
    return tuple(file_asked(context, each) for each in named)
