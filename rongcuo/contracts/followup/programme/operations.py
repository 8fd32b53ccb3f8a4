"""What can be done about programmes, and asked."""

from typing import TypeVar

from rongcuo.contracts.followup import programme as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"
C = TypeVar("C")


def _command(method: str, takes: type[C], zh: str, en: str) -> Command[C, contract.ProgrammeNumber]:
    return Command(SERVICE, method, takes, contract.ProgrammeNumber, zh=zh, en=en)


REGISTER_SANCTION = _command("register_sanction", contract.RegisterSanction,
                             "登记处分，开始回访教育", "Register a sanction: its programme begins")
ASSIGN_PROGRAMME = _command("assign_programme", contract.AssignProgramme, "分派", "Assign to a reviewer")
RECUSE_FROM_PROGRAMME = _command("recuse_from_programme", contract.RecuseFromProgramme, "回避", "Recuse")
HAND_PROGRAMME_UP = _command("hand_programme_up", contract.HandProgrammeUp,
                             "移送上级机关", "Hand up to the organ above")
CLASSIFY_PERSON = _command("classify_person", contract.ClassifyPerson,
                           "确定类别，决定回访频次", "Choose the class, which sets the rhythm of visits")
PLAN_VISIT = _command("plan_visit", contract.PlanVisit, "安排回访", "Plan a visit")
RECORD_PROGRAMME_VISIT = _command("record_programme_visit", contract.RecordProgrammeVisit,
                        "记录回访，谈话分别记录", "Record a visit, each talk apart")
DECLINE_VISIT = _command("decline_visit", contract.DeclineVisit,
                         "本人谢绝回访", "The person declines a visit")
ACCEPT_VISIT = _command("accept_visit", contract.AcceptVisit,
                        "收回谢绝，仍请来访", "The person wants a declined visit after all")
CORRECT_TALK = _command("correct_talk", contract.CorrectTalk,
                        "本人更正谈话记录", "The person puts their talk right")
OPT_OUT = _command("opt_out", contract.OptOut, "本人不再需要回访", "Who was cleared wants no more visits")
CANCEL_VISIT = _command("cancel_visit", contract.CancelVisit, "取消安排", "Cancel a planned visit")
REQUEST_VISIT = _command("request_visit", contract.RequestVisit,
                         "本人请求回访", "The person asks for a visit")
WRITE_STEP = _command("write_step", contract.WriteStep, "写本步骤的记录", "Write the record of the step")
SIGN_STEP = _command("sign_step", contract.SignStep,
                     "本人签字，进入下一步", "The person signs it, and the next step begins")
GO_ON_UNSIGNED = _command("go_on_unsigned", contract.GoOnUnsigned,
                          "本人不签字的，写明后继续", "Go on without a signature, saying why")
NAME_MENTOR = _command("name_mentor", contract.NameMentor, "确定帮带责任人", "Name the mentor")
WRITE_GROWTH_PLAN = _command("write_growth_plan", contract.WriteGrowthPlan,
                             "写个性化成长方案", "Write or revise the growth plan")
SIGN_GROWTH_PLAN = _command("sign_growth_plan", contract.SignGrowthPlan,
                            "签署成长方案", "Sign the growth plan")
RECORD_MILESTONE = _command("record_milestone", contract.RecordMilestone,
                            "记录进展", "Record how far a goal has come")
CHECK_EXECUTION = _command("check_execution", contract.CheckExecution,
                           "核对处分执行", "Check that the sanction is carried out")
EXTEND_EXECUTION = _command("extend_execution", contract.ExtendExecution,
                            "批准延长执行期限", "Approve that carrying it out takes longer")
GATHER_INFORMATION = _command("gather_information", contract.GatherInformation,
                              "期满前采集信息", "Gather information before the end")
RECORD_UNIT_EVALUATION = _command("record_unit_evaluation", contract.RecordUnitEvaluation,
                                  "登记单位评价", "Record what the unit says")
EVALUATE_PROGRAMME = _command("evaluate_programme", contract.EvaluateProgramme,
                              "写评价意见", "Write how the help went")
ESCALATE_PROGRAMME = _command("escalate_programme", contract.EscalateProgramme,
                              "报请上级支持", "Ask the level above for help")
ANSWER_ESCALATION = _command("answer_escalation", contract.AnswerEscalation,
                             "答复下级", "Answer what was asked from below")
CHANGE_PERIOD = _command("change_period", contract.ChangePeriod,
                         "影响期变化：提前解除、合并、撤销",
                         "The effect period is lifted, added to or overturned")
CHANGE_PERSON = _command("change_person", contract.ChangePerson,
                         "人员变化：调动、退休、离职、去世", "The person moves, retires, leaves or dies")
COMPLETE_PROGRAMME = _command("complete_programme", contract.CompleteProgramme,
                              "办结并提出建议", "Complete it, with a recommendation")
ADD_REMARK = _command("add_remark", contract.AddRemark, "本人补充说明", "The person adds a remark")
SEND_CARE_CARD = _command("send_care_card", contract.SendCareCard,
                          "发出关爱提醒卡", "Send a care reminder card")
READ_CARE_CARD = _command("read_care_card", contract.ReadCareCard,
                          "已阅关爱提醒卡", "The person has read the care card")
PROGRAMME = Query(SERVICE, "programme", contract.ProgrammeQuery, contract.ProgrammeView,
                  zh="一件回访教育，在您的权限内", en="One programme, as far as you may see it")
PROGRAMMES = Query(SERVICE, "programmes", contract.ProgrammesQuery, contract.ProgrammesPage,
                   zh="回访教育：本单位、我的、待分派、上级支持、已办结、关于本人的",
                   en="Programmes; tab: organ, mine, unassigned, escalated, closed, own")
