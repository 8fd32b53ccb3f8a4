"""The nameko service `filing`."""

import structlog

from rongcuo.casework import recounting
from rongcuo.chassis.metrics import FIGURES_DIFFERED
from rongcuo.chassis.service import (
    ExecutionProvider,
    answers,
    carries_out,
    confirms,
    every,
    hears,
    witnessed,
)
from rongcuo.contracts import determination, identity, review
from rongcuo.contracts.filing import operations
from rongcuo.contracts.filing.change import operations as changing
from rongcuo.contracts.filing.oversight import operations as overseeing
from services.filing import storage, usecases, views
from services.filing.usecases import changes, leaving
from services.filing.usecases import oversights as later
from services.filing.views import changes as of_changes
from services.filing.views import of_person
from services.filing.views import oversights as of_oversights


class FilingService:
    """Takes matters in before the act, and keeps the register (备案库)."""

    name = "filing"
    context = ExecutionProvider(storage.METADATA, storage.FilingStorage)
    checkpoint = answers(operations.CHECKPOINT, witnessed)

    draft = carries_out(operations.DRAFT, usecases.draft)
    revise = carries_out(operations.REVISE, usecases.revise)
    discard = carries_out(operations.DISCARD, usecases.discard)
    submit = carries_out(operations.SUBMIT, usecases.submit)
    supplement = carries_out(operations.SUPPLEMENT, usecases.supplement)
    withdraw = carries_out(operations.WITHDRAW, usecases.withdraw)
    object_to_refusal = carries_out(operations.OBJECT_TO_REFUSAL, usecases.object_to_refusal)
    whitelist = carries_out(operations.WHITELIST, usecases.whitelist)

    plan_oversight = carries_out(overseeing.PLAN_OVERSIGHT, later.plan)
    record_checkpoint = carries_out(overseeing.RECORD_CHECKPOINT, later.check)
    report_progress = carries_out(overseeing.REPORT_PROGRESS, later.report_progress)
    report_deviation = carries_out(overseeing.REPORT_DEVIATION, later.report_deviation)
    dispute_deviation = carries_out(overseeing.DISPUTE_DEVIATION, later.dispute)
    answer_dispute = carries_out(overseeing.ANSWER_DISPUTE, later.answer_dispute)
    give_guidance = carries_out(overseeing.GIVE_GUIDANCE, later.guide)
    report_correction = carries_out(overseeing.REPORT_CORRECTION, later.correct)
    register_meddling = carries_out(overseeing.REGISTER_MEDDLING, later.register_meddling)
    evaluate_matter = carries_out(overseeing.EVALUATE_MATTER, later.evaluate)
    record_outcome = carries_out(overseeing.RECORD_OUTCOME, later.record_outcome)
    hold_retrospective = carries_out(overseeing.HOLD_RETROSPECTIVE, later.retrospect)
    close_oversight = carries_out(overseeing.CLOSE_OVERSIGHT, later.close)

    propose_change = carries_out(changing.PROPOSE_CHANGE, changes.propose)
    take_change = carries_out(changing.TAKE_CHANGE, changes.take)
    step_back_from_change = carries_out(changing.STEP_BACK_FROM_CHANGE, changes.step_back)
    approve_change = carries_out(changing.APPROVE_CHANGE, changes.approve)
    decline_change = carries_out(changing.DECLINE_CHANGE, changes.decline)
    withdraw_change = carries_out(changing.WITHDRAW_CHANGE, changes.withdraw)
    object_to_declined_change = carries_out(changing.OBJECT_TO_DECLINED_CHANGE, changes.object_to)
    answer_change_objection = carries_out(changing.ANSWER_CHANGE_OBJECTION, changes.answer_objection)

    filing = answers(operations.FILING, views.filing)
    receipt = answers(operations.RECEIPT, views.receipt)
    page = answers(operations.PAGE, views.page)
    filed_by = answers(operations.FILED_BY, of_person.filed_by)
    funnel = answers(operations.FUNNEL, views.funnel)
    oversight = answers(overseeing.OVERSIGHT, of_oversights.oversight)
    oversights = answers(overseeing.OVERSIGHTS, of_oversights.page)
    change = answers(changing.CHANGE, of_changes.change)
    changes = answers(changing.CHANGES, of_changes.page)
    change_receipt = answers(changing.CHANGE_RECEIPT, of_changes.receipt)
    open_matters = answers(operations.OPEN_MATTERS, views.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    supplement_requested = hears(review.SupplementRequested, usecases.take_supplement_request)
    review_accepted = hears(review.ReviewAccepted, usecases.take_acceptance)
    review_declined = hears(review.ReviewDeclined, usecases.take_refusal)
    objection_opened = hears(review.ObjectionOpened, usecases.take_due_day)
    objection_decided = hears(review.ObjectionDecided, usecases.take_objection_decision)
    deadline_moved = hears(review.DeadlineMoved, usecases.take_due_day)
    review_resumed = hears(review.ReviewResumed, usecases.take_due_day)
    verification_started = hears(review.VerificationStarted, usecases.take_due_day)
    reviewer_recused = hears(review.ReviewerRecused, usecases.take_recusal)
    review_handed_up = hears(review.ReviewHandedUp, usecases.take_handing_up)
    officer_dismissed = hears(identity.OfficerDismissed, leaving.take_dismissal)
    determination_made = hears(determination.DeterminationMade, usecases.take_determination)
    determination_revoked = hears(determination.DeterminationRevoked, usecases.take_determination)

    @every(seconds=30)
    def expire(self) -> None:
        usecases.expire_due(self.context)

    @every(seconds=60)
    def recount(self) -> None:
        for found in recounting.recount(self.context):
            FIGURES_DIFFERED.labels(self.name, found.of).inc(found.lines)
            structlog.get_logger(__name__).warning("figures_differed", **found._asdict())
