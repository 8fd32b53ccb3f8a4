"""分派 from a list: to whom what is ticked can go, what each has in hand, and what could not be given."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from flask import g, request
from flask_babel import gettext

from rongcuo.contracts.determination import operations as of_determination
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.review import operations as of_review
from rongcuo.contracts.workload import Load, Workload, WorkloadQuery
from services.gateway.console.listing.counts import COUNTED, begin_counting
from services.gateway.console.listing.tables import wants_table
from services.gateway.console.page.backend import AWAY, aside, ask_if_visible, do, view
from services.gateway.console.page.form_errors import sentence
from services.gateway.console.page.forms import officers, tags_as_read

ASKED: tuple[Query[WorkloadQuery, Workload], ...] = (of_review.WORKLOAD, of_determination.WORKLOAD)
Colleague = tuple[OfficerView, Load | None]
Loads = Mapping[str, Load]


def assigning(tab: str) -> dict[str, Any]:
    """For a list whose rows a lead may tick; what is asked for it is asked beside the page's own question."""
    may = "lead" in g.person["roles"] and tab != "closed" and not wants_table()
    return {"may_assign": may, "colleagues": _begin_to_ask() if may else list}


def assigned(command: Command[Any, Any], query: Query[Any, Any]) -> dict[str, Any]:
    """Give what is ticked to whoever was chosen: how many went, and which could not and stay as they were."""
    tags, chosen = tags_as_read(request.form), request.form.getlist("case_id")
    left = [told for case_id in chosen if (told := _left(command, query, case_id, tags.get(case_id, "")))]
    begin_counting(COUNTED)
    return {"said": gettext("已分派 %(n)s 件。", n=len(chosen) - len(left)), "not_assigned": left}


def _left(command: Command[Any, Any], query: Query[Any, Any], case_id: str, as_read: str) -> dict[str, str]:
    """Why a case could not be assigned; empty where it was."""
    try:
        do(command, as_read, case_id=case_id, officer_id=request.form.get("officer_id", ""))
    except CaseError as mistake:
        case = ask_if_visible(query, case_id=case_id)
        return {"case_id": case_id, "name": f"{case['number']} {case['title']}" if case else "",
                "why": sentence(mistake.code, mistake.details)}
    return {}


def _begin_to_ask() -> Callable[[], list[Colleague]]:
    """The reviewers of the organ."""
    among = aside("reviewers", partial(officers, "reviewer"))
    told = [aside(query.name, partial(_loads, query)) for query in ASKED]
    return lambda: _with_loads(among(), [each() for each in told])


def _with_loads(among: Iterable[OfficerView], told: Sequence[Loads | None]) -> list[Colleague]:
    """Who has least in hand comes first; where a service does not say what they have in hand, nobody's is
    shown: half of it would mislead."""
    known = [each for each in told if each is not None]
    if len(known) < len(told):
        return [(each, None) for each in among]
    loads = [(each, _sum(each.officer_id, known)) for each in among]
    loads.sort(key=lambda each: each[1].open)
    return [*loads]


def _sum(officer_id: str, known: Iterable[Loads]) -> Load:
    theirs = [each[officer_id] for each in known if officer_id in each]
    return Load(officer_id=officer_id, open=sum(each.open for each in theirs),
                due_today=sum(each.due_today for each in theirs))


def _loads(query: Query[WorkloadQuery, Workload]) -> Loads | None:
    try:
        return {each.officer_id: each for each in view(query).loads}
    except CaseError as refusal:
        if refusal.code not in AWAY:
            raise
        return None
