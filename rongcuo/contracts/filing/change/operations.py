"""What can be done with changes, and asked."""

from rongcuo.contracts import filing as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "filing"
VIEW = contract.ChangeView

PROPOSE_CHANGE = Command(SERVICE, "propose_change", contract.ProposeChange, VIEW,
    zh="变更备案", en="File a change of what was filed")
TAKE_CHANGE = Command(SERVICE, "take_change", contract.TakeChange, VIEW,
    zh="承办变更审查", en="Take the review of a change")
STEP_BACK_FROM_CHANGE = Command(SERVICE, "step_back_from_change", contract.StepBackFromChange, VIEW,
    zh="回避，不再承办", en="Step back from a change")
APPROVE_CHANGE = Command(SERVICE, "approve_change", contract.ApproveChange, VIEW,
    zh="同意变更，从这时起适用", en="Approve a change, which holds from this moment on")
DECLINE_CHANGE = Command(SERVICE, "decline_change", contract.DeclineChange, VIEW,
    zh="不同意变更，写明理由", en="Decline a change, with reasons")
WITHDRAW_CHANGE = Command(SERVICE, "withdraw_change", contract.WithdrawChange, VIEW,
    zh="撤回变更", en="Withdraw a change")
OBJECT_TO_DECLINED_CHANGE = Command(
    SERVICE, "object_to_declined_change", contract.ObjectToDeclinedChange, VIEW,
    zh="对不同意变更提出异议，限一次", en="Object to a declined change, once")
ANSWER_CHANGE_OBJECTION = Command(
    SERVICE, "answer_change_objection", contract.AnswerChangeObjection, VIEW,
    zh="答复对不同意变更的异议", en="Answer the objection to a declined change")

CHANGE = Query(SERVICE, "change", contract.ChangeQuery, VIEW, zh="一件变更备案", en="One change of a filing")
CHANGES = Query(SERVICE, "changes", contract.ChangesQuery, contract.ChangesPage,
    zh="变更备案列表", en="Changes of filings within your rights")
CHANGE_RECEIPT = Query(SERVICE, "change_receipt", contract.ChangeQuery, contract.ChangeReceipt,
    zh="变更备案的回执，入账后附账本证明",
    en="The receipt of a change, with its proofs once the ledger covers them")
