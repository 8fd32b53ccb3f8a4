"""问题清单: what a mistake shows to be missing."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.problem import operations
from services.followup.service.context import Context
from services.followup.usecases import problems
from services.followup.views import problems as pages


class Problems(Context):
    """问题清单: what a mistake shows to be missing."""

    raise_problem = carries_out(operations.RAISE_PROBLEM, problems.enter)
    describe_problem = carries_out(operations.DESCRIBE_PROBLEM, problems.describe)
    dismiss_problem = carries_out(operations.DISMISS_PROBLEM, problems.dismiss)
    merge_problem = carries_out(operations.MERGE_PROBLEM, problems.merge)
    recuse_from_problem = carries_out(operations.RECUSE_FROM_PROBLEM, problems.recuse)
    hand_problem_up = carries_out(operations.HAND_PROBLEM_UP, problems.hand_up)
    plan_measure = carries_out(operations.PLAN_MEASURE, problems.plan_measure)
    move_measure = carries_out(operations.MOVE_MEASURE, problems.move_measure)
    report_measure = carries_out(operations.REPORT_MEASURE, problems.report_measure)
    return_measure = carries_out(operations.RETURN_MEASURE, problems.return_measure)
    close_measure = carries_out(operations.CLOSE_MEASURE, problems.close_measure)
    drop_measure = carries_out(operations.DROP_MEASURE, problems.drop_measure)
    enter_rule = carries_out(operations.ENTER_RULE, problems.enter_rule)
    repeal_rule = carries_out(operations.REPEAL_RULE, problems.repeal_rule)
    write_risk_point = carries_out(operations.WRITE_RISK_POINT, problems.write_risk_point)
    withdraw_risk_point = carries_out(operations.WITHDRAW_RISK_POINT, problems.withdraw_risk_point)
    note_recurrence = carries_out(operations.NOTE_RECURRENCE, problems.recur)
    close_problem = carries_out(operations.CLOSE_PROBLEM, problems.close)

    problem = answers(operations.PROBLEM, pages.problem)
    problems = answers(operations.PROBLEMS, pages.page)
    risk_points = answers(operations.RISK_POINTS, pages.risk_points)
