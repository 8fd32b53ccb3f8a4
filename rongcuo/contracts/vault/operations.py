"""What the vault can be told to do or asked."""

from rongcuo.contracts import vault as contract
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query

SERVICE = "vault"

DEPOSIT_REPORTER = Command(SERVICE, "deposit_reporter", contract.DepositReporter, contract.Deposited,
    signed_in=False)
MAY_REGISTER = Query(SERVICE, "may_register", contract.MayRegister, contract.Registering)
WRITE_BY_CODE = Command(SERVICE, "write_by_code", contract.WriteByCode, contract.Noted,
    signed_in=False, zh="举报人凭查询码补充、回复", en="A reporter writes, by the query code")
ASK_BY_CODE = Command(SERVICE, "ask_by_code", contract.AskByCode, contract.Noted,
    signed_in=False, zh="举报人凭码请求保护、申请回避或撤回", en="A reporter asks for something, by the code")
ACKNOWLEDGE_BY_CODE = Command(SERVICE, "acknowledge_by_code", contract.AcknowledgeByCode, contract.Noted,
    signed_in=False, zh="举报人凭查询码确认已读", en="A reporter confirms to have read, by the query code")
HAND_IN_BY_CODE = Command(SERVICE, "hand_in_by_code", contract.HandInByCode, contract.Noted,
    signed_in=False)
WHERE_TO_SEAL = Query(SERVICE, "where_to_seal", contract.LookByCode, contract.WhereToSeal)
PAPERS = Query(SERVICE, "papers", contract.DialogueQuery, contract.Papers,
    zh="举报人交来的纸质材料", en="What a reporter gave on paper")
TAKE_IN_PAPERS = Command(SERVICE, "take_in_papers", contract.TakeInPapers, contract.Noted,
    zh="收下举报人交来的纸质材料：扫描件的副本给承办人，原件封存",
    en="Take in what a reporter gave on paper: handlers get copies, the scan itself is sealed")
PAPER = Query(SERVICE, "paper", contract.PaperQuery, contract.Paper)
RENEW_CODE = Command(SERVICE, "renew_code", contract.RenewCode, contract.Noted,
    signed_in=False, zh="举报人把登记时的查询码换成自己的", en="A reporter takes a code of their own")
LOOK_BY_CODE = Query(SERVICE, "look_by_code", contract.LookByCode, contract.ReporterSide,
    zh="举报人凭查询码查看", en="What a reporter sees, by the query code")
SEALING_KEYS = Query(SERVICE, "sealing_keys", contract.SealingKeysQuery, contract.SealingKeys,
    zh="封存用的公钥及其指纹", en="The public keys that seal, with their fingerprints")

DIALOGUE = Query(SERVICE, "dialogue", contract.DialogueQuery, contract.Dialogue,
    zh="与举报人的往来(只见化名)", en="The talk with a reporter, by their pseudonym")
REPORTER_FILE = Query(SERVICE, "reporter_file", contract.FileQuery, contract.BoxedFile)
WRITE_TO_REPORTER = Command(SERVICE, "write_to_reporter", contract.WriteToReporter, contract.Written,
    zh="给举报人写信", en="Write to a reporter")

ASK_TO_UNSEAL = Command(SERVICE, "ask_to_unseal", contract.AskToUnseal, contract.OrderView,
    zh="申请启封,写明理由、部分和时段", en="Ask to unseal, with the ground, the parts and the window")
CONSENT_TO_UNSEAL = Command(SERVICE, "consent_to_unseal", contract.ConsentToUnseal, contract.OrderView,
    zh="上级同意查明匿名举报人", en="The organ above lets an anonymous reporter be traced")
APPROVE_UNSEALING = Command(SERVICE, "approve_unsealing", contract.ApproveUnsealing, contract.OrderView,
    zh="保管人凭卡批准启封", en="A custodian approves, with their card")
REFUSE_UNSEALING = Command(SERVICE, "refuse_unsealing", contract.RefuseUnsealing, contract.OrderView,
    zh="不同意启封,写明理由", en="Refuse to unseal, with the reason")
END_UNSEALING = Command(SERVICE, "end_unsealing", contract.EndUnsealing, contract.OrderView,
    zh="结束查看", en="End the view")
UNSEALING = Query(SERVICE, "unsealing", contract.OrderQuery, contract.OrderView,
    zh="一件启封申请", en="One order to unseal")
UNSEALINGS = Query(SERVICE, "unsealings", contract.OrdersQuery, contract.OrdersPage,
    zh="启封申请(在您的权限内),新的在前", en="Orders to unseal within your rights, newest first")
ORDER_HEARERS = Query(SERVICE, "order_hearers", contract.OrderQuery, contract.OrderHearers)
IDENTITY = Query(SERVICE, "identity", contract.IdentityQuery, contract.BoxedIdentity,
    zh="查看已启封的内容,只限申请人、几分钟内", en="What was unsealed: for the reader alone, for minutes")
CHECKPOINT = checkpoint(SERVICE)
