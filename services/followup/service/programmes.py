"""回访教育: the programme of a person."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.programme import operations
from services.followup.service.context import Context
from services.followup.usecases import opening, programmes
from services.followup.views import programmes as pages


class Programmes(Context):
    """回访教育: the programme of a person."""

    register_sanction = carries_out(operations.REGISTER_SANCTION, opening.register_sanction)
    assign_programme = carries_out(operations.ASSIGN_PROGRAMME, programmes.assign)
    recuse_from_programme = carries_out(operations.RECUSE_FROM_PROGRAMME, programmes.recuse)
    hand_programme_up = carries_out(operations.HAND_PROGRAMME_UP, programmes.hand_up)
    classify_person = carries_out(operations.CLASSIFY_PERSON, programmes.classify)
    plan_visit = carries_out(operations.PLAN_VISIT, programmes.plan_visit)
    record_programme_visit = carries_out(operations.RECORD_PROGRAMME_VISIT, programmes.record_visit)
    decline_visit = carries_out(operations.DECLINE_VISIT, programmes.decline_visit)
    accept_visit = carries_out(operations.ACCEPT_VISIT, programmes.accept_visit)
    correct_talk = carries_out(operations.CORRECT_TALK, programmes.correct_talk)
    opt_out = carries_out(operations.OPT_OUT, programmes.opt_out)
    cancel_visit = carries_out(operations.CANCEL_VISIT, programmes.cancel_visit)
    request_visit = carries_out(operations.REQUEST_VISIT, programmes.request_visit)
    write_step = carries_out(operations.WRITE_STEP, programmes.write_step)
    sign_step = carries_out(operations.SIGN_STEP, programmes.sign_step)
    go_on_unsigned = carries_out(operations.GO_ON_UNSIGNED, programmes.go_on_unsigned)
    name_mentor = carries_out(operations.NAME_MENTOR, programmes.name_mentor)
    write_growth_plan = carries_out(operations.WRITE_GROWTH_PLAN, programmes.write_plan)
    sign_growth_plan = carries_out(operations.SIGN_GROWTH_PLAN, programmes.sign_plan)
    record_milestone = carries_out(operations.RECORD_MILESTONE, programmes.record_milestone)
    check_execution = carries_out(operations.CHECK_EXECUTION, programmes.check_execution)
    extend_execution = carries_out(operations.EXTEND_EXECUTION, programmes.extend_execution)
    gather_information = carries_out(operations.GATHER_INFORMATION, programmes.gather)
    record_unit_evaluation = carries_out(
        operations.RECORD_UNIT_EVALUATION, programmes.record_unit_evaluation)
    evaluate_programme = carries_out(operations.EVALUATE_PROGRAMME, programmes.evaluate)
    escalate_programme = carries_out(operations.ESCALATE_PROGRAMME, programmes.escalate)
    answer_escalation = carries_out(operations.ANSWER_ESCALATION, programmes.answer_escalation)
    change_period = carries_out(operations.CHANGE_PERIOD, programmes.change_period)
    change_person = carries_out(operations.CHANGE_PERSON, programmes.change_person)
    complete_programme = carries_out(operations.COMPLETE_PROGRAMME, programmes.complete)
    add_remark = carries_out(operations.ADD_REMARK, programmes.add_remark)
    send_care_card = carries_out(operations.SEND_CARE_CARD, programmes.send_card)
    read_care_card = carries_out(operations.READ_CARE_CARD, programmes.read_card)

    programme = answers(operations.PROGRAMME, pages.programme)
    programmes = answers(operations.PROGRAMMES, pages.page)
