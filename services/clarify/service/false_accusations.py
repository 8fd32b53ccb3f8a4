"""诬告陷害认定: from a suspicion to a finding, with two approvals from above."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.clarify.false_accusation import operations
from services.clarify.service.context import Context
from services.clarify.usecases import false_accusations
from services.clarify.views import false_accusations as pages
from services.clarify.views import figures


class FalseAccusations(Context):
    """诬告陷害认定: from a suspicion to a finding, with two approvals from above."""

    open_false_accusation = carries_out(operations.OPEN_FALSE_ACCUSATION, false_accusations.open_one)
    assign_false_accusation = carries_out(operations.ASSIGN_FALSE_ACCUSATION, false_accusations.assign)
    recuse_from_false_accusation = carries_out(
        operations.RECUSE_FROM_FALSE_ACCUSATION, false_accusations.recuse)
    request_beginning = carries_out(operations.REQUEST_BEGINNING, false_accusations.request_beginning)
    answer_beginning = carries_out(operations.ANSWER_BEGINNING, false_accusations.answer_beginning)
    add_accusation_evidence = carries_out(operations.ADD_ACCUSATION_EVIDENCE, false_accusations.add_evidence)
    weigh_factor = carries_out(operations.WEIGH_FACTOR, false_accusations.weigh)
    ask_reporter = carries_out(operations.ASK_REPORTER, false_accusations.ask_reporter)
    record_reporter_hearing = carries_out(
        operations.RECORD_REPORTER_HEARING, false_accusations.record_hearing)
    record_reporter_unheard = carries_out(
        operations.RECORD_REPORTER_UNHEARD, false_accusations.record_unheard)
    record_circumstances = carries_out(
        operations.RECORD_CIRCUMSTANCES, false_accusations.record_circumstances)
    record_gain = carries_out(operations.RECORD_GAIN, false_accusations.record_gain)
    serve_draft_finding = carries_out(operations.SERVE_DRAFT_FINDING, false_accusations.serve_draft)
    record_draft_answer = carries_out(operations.RECORD_DRAFT_ANSWER, false_accusations.answer_draft)
    record_service = carries_out(operations.RECORD_SERVICE, false_accusations.record_service)
    confirm_entry = carries_out(operations.CONFIRM_ENTRY, false_accusations.confirm_entry)
    take_draft_back = carries_out(operations.TAKE_DRAFT_BACK, false_accusations.take_draft_back)
    request_finding = carries_out(operations.REQUEST_FINDING, false_accusations.request_finding)
    answer_finding = carries_out(operations.ANSWER_FINDING, false_accusations.answer_finding)
    end_false_accusation = carries_out(operations.END_FALSE_ACCUSATION, false_accusations.end)
    lodge_complaint = carries_out(operations.LODGE_COMPLAINT, false_accusations.complain)
    answer_complaint = carries_out(operations.ANSWER_COMPLAINT, false_accusations.answer_complaint)
    put_into_effect = carries_out(operations.PUT_INTO_EFFECT, false_accusations.take_effect)
    record_handling = carries_out(operations.RECORD_HANDLING, false_accusations.record_handling)
    undo_gain = carries_out(operations.UNDO_GAIN, false_accusations.undo_gain)
    conclude_false_accusation = carries_out(operations.CONCLUDE_FALSE_ACCUSATION, false_accusations.conclude)
    extend_false_accusation = carries_out(operations.EXTEND_FALSE_ACCUSATION, false_accusations.extend)
    hand_false_accusation_up = carries_out(operations.HAND_FALSE_ACCUSATION_UP, false_accusations.hand_up)

    false_accusation = answers(operations.FALSE_ACCUSATION, pages.false_accusation)
    approval_wanted = answers(operations.APPROVAL_WANTED, pages.approval_wanted)
    addressed = answers(operations.ADDRESSED, pages.addressed)
    false_accusations = answers(operations.FALSE_ACCUSATIONS, pages.page)
    false_accusation_figures = answers(
        operations.FALSE_ACCUSATION_FIGURES, figures.false_accusation_figures)
