"""What it brings to the gateway: the later life of a filing, with its addresses in the API."""

from importlib import import_module

from rongcuo.contracts.filing.oversight import operations as contract
from services.gateway.api.route import Part, get, post
from services.gateway.console import pages_of

_ONE = "/oversights/<id:oversight_id>"
PART = Part("oversights", "事中监督 · Oversight", (
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
MATTERS = (("console.oversight.oversight", contract.OVERSIGHT, "oversight_id"),)
pages = pages_of("oversight", __name__)
import_module(f"{__name__}.oversight.pages")
