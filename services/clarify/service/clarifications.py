"""澄清正名: from a report that was found untrue to a name that is cleared."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.clarify.clarification import operations
from services.clarify.service.context import Context
from services.clarify.usecases import clarifications
from services.clarify.views import clarifications as pages
from services.clarify.views import figures


class Clarifications(Context):
    """澄清正名: from a report that was found untrue to a name that is cleared."""

    apply_for_clarification = carries_out(operations.APPLY_FOR_CLARIFICATION, clarifications.apply)
    assign_clarification = carries_out(operations.ASSIGN_CLARIFICATION, clarifications.assign)
    recuse_from_clarification = carries_out(operations.RECUSE_FROM_CLARIFICATION, clarifications.recuse)
    link_clarification = carries_out(operations.LINK_CLARIFICATION, clarifications.link_report)
    assess_clarification = carries_out(operations.ASSESS_CLARIFICATION, clarifications.assess)
    plan_clarification = carries_out(operations.PLAN_CLARIFICATION, clarifications.plan)
    ask_opinion = carries_out(operations.ASK_OPINION, clarifications.ask_opinion)
    give_opinion = carries_out(operations.GIVE_OPINION, clarifications.give_opinion)
    request_approval = carries_out(operations.REQUEST_APPROVAL, clarifications.request_approval)
    propose_refusal = carries_out(operations.PROPOSE_REFUSAL, clarifications.propose_refusal)
    approve_clarification = carries_out(operations.APPROVE_CLARIFICATION, clarifications.approve)
    return_clarification = carries_out(operations.RETURN_CLARIFICATION, clarifications.send_back)
    refuse_clarification = carries_out(operations.REFUSE_CLARIFICATION, clarifications.refuse)
    object_to_no_clarification = carries_out(
        operations.OBJECT_TO_NO_CLARIFICATION, clarifications.object_to_it)
    answer_objection = carries_out(operations.ANSWER_OBJECTION, clarifications.answer_objection)
    record_act = carries_out(operations.RECORD_ACT, clarifications.record_act)
    drop_mode = carries_out(operations.DROP_MODE, clarifications.drop_mode)
    ask_unit = carries_out(operations.ASK_UNIT, clarifications.ask_unit)
    record_unit_answer = carries_out(operations.RECORD_UNIT_ANSWER, clarifications.answer_unit)
    finish_clearing = carries_out(operations.FINISH_CLEARING, clarifications.finish)
    archive_clarification = carries_out(operations.ARCHIVE_CLARIFICATION, clarifications.archive)
    record_visit = carries_out(operations.RECORD_VISIT, clarifications.record_visit)
    answer_clearing_visit = carries_out(operations.ANSWER_CLEARING_VISIT, clarifications.answer_visit)
    read_clarification = carries_out(operations.READ_CLARIFICATION, clarifications.read)
    serve_clarification = carries_out(operations.SERVE_CLARIFICATION, clarifications.serve)
    give_clearing_feedback = carries_out(operations.GIVE_CLEARING_FEEDBACK, clarifications.give_feedback)
    withdraw_clarification = carries_out(operations.WITHDRAW_CLARIFICATION, clarifications.withdraw)
    extend_clarification = carries_out(operations.EXTEND_CLARIFICATION, clarifications.extend)
    hand_clarification_up = carries_out(operations.HAND_CLARIFICATION_UP, clarifications.hand_up)

    clarification = answers(operations.CLARIFICATION, pages.clarification)
    clarifications = answers(operations.CLARIFICATIONS, pages.page)
    unwilling_units = answers(operations.UNWILLING_UNITS, pages.unwilling_units)
    clarification_figures = answers(operations.CLARIFICATION_FIGURES, figures.clarification_figures)
