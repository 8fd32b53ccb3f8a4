"""The nameko service `filing`."""

from rongcuo.chassis.service import ExecutionProvider, answers, carries_out, confirms, every, hears
from rongcuo.contracts import determination, review
from rongcuo.contracts.filing import operations
from services.filing import storage, usecases, views


class FilingService:
    """Takes matters in before the act, and keeps the register (备案库)."""

    name = "filing"
    context = ExecutionProvider(storage.METADATA, storage.FilingStorage)

    draft = carries_out(operations.DRAFT, usecases.draft)
    revise = carries_out(operations.REVISE, usecases.revise)
    discard = carries_out(operations.DISCARD, usecases.discard)
    submit = carries_out(operations.SUBMIT, usecases.submit)
    supplement = carries_out(operations.SUPPLEMENT, usecases.supplement)
    withdraw = carries_out(operations.WITHDRAW, usecases.withdraw)
    object_to_refusal = carries_out(operations.OBJECT_TO_REFUSAL, usecases.object_to_refusal)
    whitelist = carries_out(operations.WHITELIST, usecases.whitelist)

    filing = answers(operations.FILING, views.filing)
    receipt = answers(operations.RECEIPT, views.receipt)
    page = answers(operations.PAGE, views.page)
    funnel = answers(operations.FUNNEL, views.funnel)
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
    determination_made = hears(determination.DeterminationMade, usecases.take_determination)
    determination_revoked = hears(determination.DeterminationRevoked, usecases.take_determination)

    @every(seconds=30)
    def expire(self) -> None:
        usecases.expire_due(self.context)
