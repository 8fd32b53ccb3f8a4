"""The addresses of years of return visits in the API."""

from rongcuo.contracts.followup.year import operations as contract
from services.gateway.api.route import get, post

_YEAR = "/followup/years/<id:case_id>"

OF_YEARS = (
    post("/followup/years", contract.DRAW_UP_YEAR_PLAN, status=201),
    get("/followup/years", contract.VISIT_YEARS),
    get(_YEAR, contract.VISIT_YEAR),
    post(f"{_YEAR}/approve-plan", contract.APPROVE_YEAR_PLAN),
    post(f"{_YEAR}/report", contract.DRAW_UP_YEAR_REPORT),
    post(f"{_YEAR}/approve-report", contract.APPROVE_YEAR_REPORT),
)
