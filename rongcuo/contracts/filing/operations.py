"""What filing is told to do, and asked."""

from rongcuo.contracts import filing as contract
from rongcuo.contracts.confirmation import confirm_event
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.watching import open_matters

SERVICE = "filing"

DRAFT = Command(SERVICE, "draft", contract.DraftFiling, contract.FilingView)
REVISE = Command(SERVICE, "revise", contract.ReviseFiling, contract.FilingView,
    zh="修改草稿", en="Revise a draft")
DISCARD = Command(SERVICE, "discard", contract.DiscardDraft, contract.FilingView,
    zh="放弃自己的草稿,写的内容不再保留", en="Put one's own draft away for good; its words are not kept")
SUBMIT = Command(SERVICE, "submit", contract.SubmitFiling, contract.Receipt,
    zh="报送草稿,得到回执", en="Submit a draft for a dated receipt")
SUPPLEMENT = Command(SERVICE, "supplement", contract.SupplementFiling, contract.Receipt,
    zh="补正", en="Answer a request for supplement")
WITHDRAW = Command(SERVICE, "withdraw", contract.WithdrawFiling, contract.FilingView,
    zh="撤回,须写明理由", en="Withdraw, with a reason")
OBJECT_TO_REFUSAL = Command(SERVICE, "object_to_refusal", contract.ObjectToRefusal, contract.FilingView,
    zh="对不予受理提出异议,限一次", en="Object to a refusal, once")
WHITELIST = Command(SERVICE, "whitelist", contract.WhitelistFiling, contract.FilingView,
    zh="列入或移出容错白名单", en="Enter on the whitelist, or take off it")

CONFIRM_EVENT = confirm_event(SERVICE)
CHECKPOINT = checkpoint(SERVICE)
FILING = Query(SERVICE, "filing", contract.FilingQuery, contract.FilingView, zh="一件报备", en="One filing")
RECEIPT = Query(SERVICE, "receipt", contract.FilingQuery, contract.Receipt)
PAGE = Query(SERVICE, "page", contract.FilingsQuery, contract.FilingsPage,
    zh="报备列表(在您的权限内),新的在前", en="Filings within your rights, newest first")
FILED_BY = Query(SERVICE, "filed_by", contract.FiledByQuery, contract.FiledBy)
FUNNEL = Query(SERVICE, "funnel", contract.FunnelQuery, contract.Funnel,
    zh="报备漏斗:收到、受理、未受理、在办", en="The funnel: received, accepted, not accepted, open")
OPEN_MATTERS = open_matters(SERVICE)
