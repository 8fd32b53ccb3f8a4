"""The addresses of records and of requests for correction in the API."""

from rongcuo.contracts.followup.record import operations as contract
from services.gateway.api.route import get, post

_RECORD, _CORRECTION = "/followup/records/<id:person_id>", "/followup/corrections/<id:case_id>"

OF_RECORDS = (
    get(_RECORD, contract.RECORD),
    post(f"{_RECORD}/remarks", contract.ADD_RECORD_REMARK, status=201),
    post(f"{_RECORD}/corrections", contract.ASK_CORRECTION, status=201),
    get("/followup/corrections", contract.CORRECTIONS),
    get(_CORRECTION, contract.CORRECTION),
    post(f"{_CORRECTION}/answer", contract.ANSWER_CORRECTION),
)
