"""What can be done about problems, and asked."""

from typing import TypeVar

from rongcuo.contracts.followup import problem as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"
C = TypeVar("C")


def _command(method: str, takes: type[C], zh: str, en: str) -> Command[C, contract.ProblemNumber]:
    return Command(SERVICE, method, takes, contract.ProblemNumber, zh=zh, en=en)


RAISE_PROBLEM = _command("raise_problem", contract.RaiseProblem, "登记问题", "Enter a problem")
DESCRIBE_PROBLEM = _command("describe_problem", contract.DescribeProblem,
                            "梳理问题：薄弱点、情形、单位", "Put it in words: weak point, situation, unit")
DISMISS_PROBLEM = _command("dismiss_problem", contract.DismissProblem,
                           "不列入问题清单", "It shows no problem")
MERGE_PROBLEM = _command("merge_problem", contract.MergeProblem,
                         "确认与另一问题是同一个，归并", "Confirm that it is another one again")
RECUSE_FROM_PROBLEM = _command("recuse_from_problem", contract.RecuseFromProblem, "回避", "Recuse")
HAND_PROBLEM_UP = _command("hand_problem_up", contract.HandProblemUp,
                           "移送上级机关", "Hand up to the organ above")
PLAN_MEASURE = _command("plan_measure", contract.PlanMeasure, "定整改措施", "Plan a measure")
MOVE_MEASURE = _command("move_measure", contract.MoveMeasure,
                        "改措施的责任人、期限", "Give a measure another owner or deadline")
REPORT_MEASURE = _command("report_measure", contract.ReportMeasure,
                          "报整改情况，附证明材料", "Report on a measure, with its evidence")
RETURN_MEASURE = _command("return_measure", contract.ReturnMeasure,
                          "退回重报", "Return a measure: its evidence does not show it")
CLOSE_MEASURE = _command("close_measure", contract.CloseMeasure,
                         "销账：有证明材料，由责任人以外的人办理",
                         "Close a measure on its evidence; not by its owner")
DROP_MEASURE = _command("drop_measure", contract.DropMeasure, "取消措施", "Drop a measure")
ENTER_RULE = _command("enter_rule", contract.EnterRule, "登记制度规范", "Enter a rule that came of it")
REPEAL_RULE = _command("repeal_rule", contract.RepealRule,
                       "制度废止，问题重新打开", "A rule is repealed: the question is open again")
WRITE_RISK_POINT = _command("write_risk_point", contract.WriteRiskPoint,
                            "提炼风险点，报备时提示", "Write the risk point that later filers are shown")
WITHDRAW_RISK_POINT = _command("withdraw_risk_point", contract.WithdrawRiskPoint,
                               "撤下风险点", "Withdraw the risk point")
NOTE_RECURRENCE = _command("note_recurrence", contract.NoteRecurrence,
                           "登记再次发生", "Note that it came up again")
CLOSE_PROBLEM = _command("close_problem", contract.CloseProblem, "销号", "Close it")

PROBLEM = Query(SERVICE, "problem", contract.ProblemQuery, contract.ProblemView,
                zh="一个问题：措施、制度、风险点、复发情况",
                en="One problem: measures, rules, risk point, recurrence")
PROBLEMS = Query(SERVICE, "problems", contract.ProblemsQuery, contract.ProblemsPage,
                 zh="问题清单：待梳理、整改中、我的措施、已销号、其他",
                 en="Problems; tab: raised, open, mine, closed, other")
RISK_POINTS = Query(SERVICE, "risk_points", contract.RiskPointsQuery, contract.RiskPoints,
                    zh="同一情形的风险点（不涉及任何人和单位）",
                    en="Risk points of a situation, naming nobody and no unit")
