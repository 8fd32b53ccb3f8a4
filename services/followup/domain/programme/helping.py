"""个性化成长方案: what somebody wants to come to, with whose help; signed by both, and revised as need be."""

from dataclasses import replace

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    Goal,
    GrowthPlan,
    Milestone,
    MilestoneRecord,
    PlanAwaitsSignature,
    Signature,
)
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.serialisation import dump
from services.followup.domain.programme.facts import Facts
from services.followup.domain.programme.guards import is_theirs
from services.followup.domain.programme.signing import digest_of, require_read
from services.followup.domain.programme.transitions import ProgrammeVerb as Verb


def write_plan(programme: Facts, own_words: str, goals: tuple[Goal, ...], occasion: Occasion) -> None:
    """Another revision is another thing to sign; those before it stay to be read."""
    programme.require(Verb.WRITE_PLAN, occasion)
    if not goals:
        raise CaseError("followup.goals_missing")
    revision, said = len(programme.plans) + 1, given(own_words, Reader.SUBJECT)
    programme.plans += (GrowthPlan(
        revision=revision, own_words=said, goals=goals, written_by=occasion.actor.name,
        digest=digest_of({"revision": revision, "words": said, "goals": list(map(dump, goals))}),
        at=occasion.now),)
    programme.turn(Verb.WRITE_PLAN, occasion)
    programme.record(PlanAwaitsSignature(
        standing=programme.standing(), plan_revision=programme.plans[-1].revision, at=occasion.now))


def sign_plan(programme: Facts, read: str, for_unit: str, attachments: tuple[AttachmentRef, ...],
              occasion: Occasion) -> None:
    """`read`: the digest of the revision that was read; `for_unit`: who signed for the unit, on paper;
    otherwise it is the person's signature."""
    programme.require(Verb.SIGN_PLAN, occasion)
    *before, plan = programme.plans
    require_read(read, plan.digest)
    own = is_theirs(programme, occasion.actor.officer_id)
    if for_unit.strip():
        if own:
            raise CaseError("followup.unit_signs_itself")
        signature = Signature(name=for_unit.strip(), digest=read, attachments=attachments, at=occasion.now,
                              entered_by=programme.entering(attachments, occasion))
        plan = replace(plan, unit_signed=signature)
    else:
        if programme.person.officer_id and not own:
            raise CaseError("followup.not_the_person")
        signature = Signature(
            name=programme.person.name, digest=read, entered_by=programme.entering(attachments, occasion),
            attachments=attachments, at=occasion.now)
        plan = replace(plan, signed=signature)
    programme.plans = (*before, plan)
    programme.step(Verb.SIGN_PLAN, occasion, signature.name)


def record_milestone(programme: Facts, milestone: Milestone, occasion: Occasion) -> None:
    """Of the plan as it is now."""
    programme.require(Verb.RECORD_MILESTONE, occasion)
    plan = programme.plans[-1]
    if milestone.goal > len(plan.goals):
        raise CaseError("followup.no_such_goal", details={"goal": milestone.goal})
    programme.milestones += (MilestoneRecord(
        revision=plan.revision, milestone=milestone, entered_by=occasion.actor.name, at=occasion.now),)
    programme.step(Verb.RECORD_MILESTONE, occasion)
