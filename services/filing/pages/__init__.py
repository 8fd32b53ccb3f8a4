"""What it brings to the gateway: changes of filings and their later life, with their addresses in the API."""

from importlib import import_module

from rongcuo.contracts.filing.change import operations as changing
from rongcuo.contracts.filing.oversight import operations as contract
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of

_ONE, _CHANGE = "/oversights/<id:oversight_id>", "/filing-changes/<id:change_id>"
PART = Part("oversights", "变更备案和事中监督 · Changes and oversight", (
    post("/filings/<id:filing_id>/changes", changing.PROPOSE_CHANGE, status=201),
    get("/filing-changes", changing.CHANGES),
    get(_CHANGE, changing.CHANGE),
    get(f"{_CHANGE}/receipt", changing.CHANGE_RECEIPT),
    post(f"{_CHANGE}/take", changing.TAKE_CHANGE),
    post(f"{_CHANGE}/step-back", changing.STEP_BACK_FROM_CHANGE),
    post(f"{_CHANGE}/approve", changing.APPROVE_CHANGE),
    post(f"{_CHANGE}/decline", changing.DECLINE_CHANGE),
    post(f"{_CHANGE}/withdraw", changing.WITHDRAW_CHANGE),
    post(f"{_CHANGE}/objection", changing.OBJECT_TO_DECLINED_CHANGE),
    post(f"{_CHANGE}/objection/answer", changing.ANSWER_CHANGE_OBJECTION),
    get("/oversights", contract.OVERSIGHTS),
    get(_ONE, contract.OVERSIGHT),
    post(f"{_ONE}/plan", contract.PLAN_OVERSIGHT),
    post(f"{_ONE}/checkpoints", contract.RECORD_CHECKPOINT),
    post(f"{_ONE}/progress", contract.REPORT_PROGRESS),
    post(f"{_ONE}/deviations", contract.REPORT_DEVIATION),
    post(f"{_ONE}/disputes", contract.DISPUTE_DEVIATION),
    post(f"{_ONE}/dispute-answers", contract.ANSWER_DISPUTE),
    post(f"{_ONE}/guidance", contract.GIVE_GUIDANCE),
    post(f"{_ONE}/corrections", contract.REPORT_CORRECTION),
    post(f"{_ONE}/meddling", contract.REGISTER_MEDDLING),
    post(f"{_ONE}/evaluation", contract.EVALUATE_MATTER),
    post(f"{_ONE}/outcomes", contract.RECORD_OUTCOME),
    post(f"{_ONE}/retrospective", contract.HOLD_RETROSPECTIVE),
    post(f"{_ONE}/close", contract.CLOSE_OVERSIGHT),
))
MATTERS = (("console.oversight.oversight", contract.OVERSIGHT, "oversight_id"),
           ("console.oversight.change", changing.CHANGE, "change_id"))
pages = pages_of("oversight", __name__)
for _page in ("oversight", "change"):
    import_module(f"{__name__}.{_page}.pages")
