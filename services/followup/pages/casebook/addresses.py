"""The addresses of the casebook in the API."""

from rongcuo.contracts.followup.casebook import operations as contract
from services.followup.pages.casebook.paper import guide_paper
from services.gateway.api.route import Route, get, post
from services.gateway.printing import PDF

_ENTRY = "/followup/casebook/<id:case_id>"
_GUIDE = "/followup/guides/<id:area>"

OF_THE_CASEBOOK = (
    post("/followup/casebook", contract.BEGIN_ENTRY, status=201),
    get("/followup/casebook", contract.CASEBOOK_ENTRIES),
    get(_ENTRY, contract.CASEBOOK_ENTRY),
    post(f"{_ENTRY}/write", contract.WRITE_ENTRY),
    post(f"{_ENTRY}/describe", contract.DESCRIBE_ENTRY),
    post(f"{_ENTRY}/propose-masks", contract.PROPOSE_MASKS),
    post(f"{_ENTRY}/decide-masks", contract.DECIDE_MASKS),
    post(f"{_ENTRY}/masks", contract.ADD_MASK),
    post(f"{_ENTRY}/checkers", contract.NAME_CHECKERS),
    post(f"{_ENTRY}/confirm", contract.CONFIRM_MASKS),
    post(f"{_ENTRY}/send-back", contract.SEND_ENTRY_BACK),
    post(f"{_ENTRY}/publish", contract.PUBLISH_ENTRY),
    post(f"{_ENTRY}/withdraw", contract.WITHDRAW_ENTRY),
    get("/followup/guides", contract.CASEBOOK_AREAS),
    get(_GUIDE, contract.CASEBOOK_GUIDE),
    Route(verb="GET", address=f"{_GUIDE}/pdf", does=guide_paper, takes=None, gives=(), file=PDF,
          zh="一个领域的《容错纠错工作指引》，PDF", en="The guide of an area, as PDF"),
    get(f"{_GUIDE}/readings", contract.READINGS),
    post(f"{_GUIDE}/readings", contract.ASSIGN_READING),
    post(f"{_GUIDE}/read", contract.READ_GUIDE),
)
