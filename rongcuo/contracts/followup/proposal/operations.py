"""What can be done about proposals, and asked."""

from typing import TypeVar

from rongcuo.contracts.followup import proposal as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"
C = TypeVar("C")


def _command(method: str, takes: type[C], zh: str, en: str) -> Command[C, contract.ProposalNumber]:
    return Command(SERVICE, method, takes, contract.ProposalNumber, zh=zh, en=en)


DRAFT_PROPOSAL = _command("draft_proposal", contract.DraftProposal, "起草建议书", "Draft a proposal")
REVISE_PROPOSAL = _command("revise_proposal", contract.ReviseProposal, "修改建议书", "Revise a draft")
ASSIGN_PROPOSAL = _command("assign_proposal", contract.AssignProposal, "分派", "Assign to a reviewer")
RECUSE_FROM_PROPOSAL = _command("recuse_from_proposal", contract.RecuseFromProposal, "回避", "Recuse")
REVIEW_PROPOSAL = _command("review_proposal", contract.ReviewProposal,
                           "审核，由另一人", "Review it, by somebody who did not write it")
SEND_PROPOSAL_BACK = _command("send_proposal_back", contract.SendProposalBack,
                              "退回修改", "Send it back to be revised")
APPROVE_PROPOSAL = _command("approve_proposal", contract.ApproveProposal,
                            "主要负责人批准，编号", "The head approves it, and it gets its number")
DELIVER_PROPOSAL = _command("deliver_proposal", contract.DeliverProposal,
                            "送达，开始计时", "Deliver it: its days begin to run")
SIGN_FOR_PROPOSAL = _command("sign_for_proposal", contract.SignForProposal, "签收", "Sign for it")
ACKNOWLEDGE_PROPOSAL = _command("acknowledge_proposal", contract.AcknowledgeProposal,
                                "认领", "The unit takes it up")
PLAN_RECTIFICATION = _command("plan_rectification", contract.PlanRectification,
                              "报整改方案", "Send the plan of what will be put right")
REPLY_TO_PROPOSAL = _command("reply_to_proposal", contract.ReplyToProposal,
                             "回复整改情况", "Answer what was put right")
EXTEND_PROPOSAL = _command("extend_proposal", contract.ExtendProposal,
                           "延长回复期限，一次", "Let the answer come later, once")
REMIND_OF_PROPOSAL = _command("remind_of_proposal", contract.RemindOfProposal, "催办", "Remind the unit")
EVALUATE_RECTIFICATION = _command("evaluate_rectification", contract.EvaluateRectification,
                                  "从五个方面评估整改", "Evaluate it on five aspects")
CLOSE_PROPOSAL = _command("close_proposal", contract.CloseProposal, "销号", "Close it")
RETURN_RECTIFICATION = _command("return_rectification", contract.ReturnRectification,
                                "退回重改，一次", "Return it once, with a new limit")
REFER_PROPOSAL = _command("refer_proposal", contract.ReferProposal,
                          "报其上级", "Refer it to the superior of the unit")
RECORD_SUPERIOR = _command("record_superior", contract.RecordSuperior,
                           "登记其上级的处理", "Record what the superior has done")
LOOK_BACK_AT_PROPOSAL = _command("look_back_at_proposal", contract.LookBackAtProposal,
                                 "回头看", "Look back at it")
RECORD_RECURRENCE = _command("record_recurrence", contract.RecordRecurrence,
                             "登记问题复发", "Record that the problem has come back")
WITHDRAW_PROPOSAL = _command("withdraw_proposal", contract.WithdrawProposal, "撤回", "Withdraw it")
PROPOSAL = Query(SERVICE, "proposal", contract.ProposalQuery, contract.ProposalView,
                 zh="一份建议书，在您的权限内", en="One proposal, as far as you may see it")
PROPOSALS = Query(SERVICE, "proposals", contract.ProposalsQuery, contract.ProposalsPage,
                  zh="建议书：本单位、我的、逾期、已销号、发给本单位的",
                  en="Proposals; tab: organ, mine, late, closed, addressed")
PROPOSAL_FIGURES = Query(SERVICE, "proposal_figures", contract.ProposalFiguresQuery, contract.ProposalFigures,
                         zh="建议书的数量：份数和条数分开", en="How many letters, and how many suggestions")
