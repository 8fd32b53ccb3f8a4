"""What is done about a proposal: fetch, tell, commit."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.asking import officer_asked
from rongcuo.contracts import followup as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProposalNumber, ProposalText
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy import divisions
from rongcuo.policy.calendar import ZONE
from services.followup.access import proposals as access
from services.followup.domain.proposal import Proposal
from services.followup.domain.proposal import ProposalVerb as Verb
from services.followup.presenters.proposals import number_of
from services.followup.usecases.fetching import C, Context, Steps, occasion_in, occasion_of

Step = Callable[[Context, C], ProposalNumber]     # a use case
STEPS: Final = Steps(kept=lambda store: store.proposals, require=access.require,
                     require_about=access.require_about, number_of=number_of)
fetch, step, step_with_papers = STEPS.fetch, STEPS.step, STEPS.step_with_papers
DRAFTS: Final = "draft"


def draft(context: Context, command: contract.DraftProposal) -> ProposalNumber:
    """In the actor's own organ; whoever writes it has it in hand."""
    actor = context.actor
    require_caseworker(actor)
    division = divisions.division(actor.organ_id.partition(".")[0]).code
    content = _addressed(context, command.content)
    with context.unit() as unit:
        year = context.now.astimezone(ZONE).year
        number = f"拟稿〔{year}〕{unit.store.proposals.next_number(DRAFTS, actor.organ_id, year)}号"
        proposal = Proposal.draft(context.new_id(), number, content, actor.organ_id, division,
                                  occasion_in(context, division))
        return unit.commit(proposal, answer=number_of(proposal))


def revise(context: Context, command: contract.ReviseProposal) -> ProposalNumber:
    """Another wording, also another addressee."""
    content = _addressed(context, command.content)
    with context.unit() as unit:
        proposal, occasion = fetch(context, unit.store, command.case_id, Verb.REVISE)
        proposal.revise(content, occasion)
        return unit.commit(proposal, answer=number_of(proposal))


def assign(context: Context, command: contract.AssignProposal) -> ProposalNumber:
    """A lead gives it to a reviewer."""
    officer = officer_asked(context, command.officer_id)
    with context.unit() as unit:
        proposal, occasion = fetch(context, unit.store, command.case_id, Verb.ASSIGN)
        proposal.assign(officer, occasion)
        return unit.commit(proposal, answer=number_of(proposal))


def approve(context: Context, command: contract.ApproveProposal) -> ProposalNumber:
    """With the next number of its kind; a refused approval uses none up."""
    with context.unit() as unit:
        proposal, occasion = fetch(context, unit.store, command.case_id, Verb.APPROVE)
        year, kind = context.now.astimezone(ZONE).year, proposal.content.kind.value
        series = occasion.pack.organ_marks.of(proposal.organ_id) + occasion.pack.proposals.series[kind]
        number = unit.store.proposals.next_number(kind, proposal.organ_id, year)
        proposal.approve(f"{series}〔{year}〕{number}号", occasion)
        return unit.commit(proposal, answer=number_of(proposal))


def deliver(context: Context, command: contract.DeliverProposal) -> ProposalNumber:
    """Where the same was proposed to the same unit not long ago, and closed, the problem has come back."""
    with context.unit() as unit:
        proposal, occasion = fetch(context, unit.store, command.case_id, Verb.DELIVER)
        proposal.deliver(occasion)
        earlier = unit.store.proposals.closed_before(proposal)
        for each in earlier:
            each.heed_later(proposal.number, occasion_of(context, each))
        return unit.commit(proposal, *(each for each in earlier if each.happened),
                           answer=number_of(proposal))


recuse: Step[contract.RecuseFromProposal] = STEPS.recusal(Verb.RECUSE, goes_up=False)
review: Step[contract.ReviewProposal] = step(
    Verb.REVIEW, lambda case, command, occasion: case.review(command.opinion, occasion))
send_back: Step[contract.SendProposalBack] = step(
    Verb.SEND_BACK, lambda case, command, occasion: case.send_back(command.reason, occasion))
extend: Step[contract.ExtendProposal] = step(
    Verb.EXTEND, lambda case, command, occasion: (
        case.extend_reply(command.days, command.reason, occasion)))
remind: Step[contract.RemindOfProposal] = step(
    Verb.REMIND, lambda case, command, occasion: case.remind(command.words, occasion))
evaluate: Step[contract.EvaluateRectification] = step(
    Verb.EVALUATE, lambda case, command, occasion: (
        case.evaluate(command.marks, command.mark, command.words, occasion)))
close: Step[contract.CloseProposal] = step(
    Verb.CLOSE, lambda case, command, occasion: case.close(command.words, occasion))
send_again: Step[contract.ReturnRectification] = step(
    Verb.RETURN, lambda case, command, occasion: case.send_again(command.words, occasion))
refer: Step[contract.ReferProposal] = step(
    Verb.REFER, lambda case, command, occasion: case.refer(command.superior, command.words, occasion))
recur: Step[contract.RecordRecurrence] = step(
    Verb.RECUR, lambda case, command, occasion: case.recur(command.words, occasion))
withdraw: Step[contract.WithdrawProposal] = step(
    Verb.WITHDRAW, lambda case, command, occasion: case.withdraw(command.reason, occasion))
sign_for: Step[contract.SignForProposal] = step_with_papers(
    Verb.SIGN_FOR, lambda case, command, papers, occasion: (
        case.sign_for(command.name, command.on, papers, occasion)))
acknowledge: Step[contract.AcknowledgeProposal] = step_with_papers(
    Verb.ACKNOWLEDGE, lambda case, command, papers, occasion: (
        case.acknowledge(command.responsible, papers, occasion)))
plan: Step[contract.PlanRectification] = step_with_papers(
    Verb.PLAN, lambda case, command, papers, occasion: case.plan(command.measures, papers, occasion))
reply: Step[contract.ReplyToProposal] = step_with_papers(
    Verb.REPLY, lambda case, command, papers, occasion: (
        case.reply(command.words, command.rules, papers, occasion)))
record_superior: Step[contract.RecordSuperior] = step_with_papers(
    Verb.RECORD_SUPERIOR, lambda case, command, papers, occasion: (
        case.record_superior(command.words, papers, occasion)))
look_back: Step[contract.LookBackAtProposal] = step_with_papers(
    Verb.LOOK_BACK, lambda case, command, papers, occasion: (
        case.look_back(command.words, papers, occasion)))


def _addressed(context: Context, content: ProposalText) -> ProposalText:
    """To a unit of an organ that there is; whoever is told for it is of that unit."""
    to = content.addressee
    organ_id = to.organ_id or context.actor.organ_id
    divisions.division(organ_id.partition(".")[0])
    if to.contact_id:
        contact = officer_asked(context, to.contact_id, "followup.contact_unknown")
        if not (contact.active and contact.organ_id == organ_id and unit_key(to.unit) in contact.units):
            raise CaseError("followup.contact_of_another_unit", details={"officer_id": to.contact_id})
    return replace(content, addressee=replace(to, organ_id=organ_id))
