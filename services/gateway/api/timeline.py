"""What happened to a filing, told by the three services that know, merged by time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import jsonify
from flask.typing import ResponseReturnValue

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.notify.operations import MATTER
from rongcuo.contracts.operation import Query
from rongcuo.contracts.review.operations import CASE
from services.gateway.calls import Answer, ask
from services.gateway.session import actor

HIDDEN = frozenset({"not_found", "forbidden"})


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """`source` is filing, review or notify. A notice names recipient, channel and state, no actor."""

    at: datetime
    source: str
    what: str
    actor_id: str = ""
    actor_name: str = ""
    note: str = ""
    recipient: str = ""
    channel: str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """`unavailable`: services that did not answer now, so that their part is missing."""

    entries: tuple[TimelineEntry, ...] = ()
    unavailable: tuple[str, ...] = ()


def timeline(filing_id: str) -> ResponseReturnValue:
    """The filing decides whether there is anything to see; the other parts appear within one's rights."""
    asker = actor()
    filing = ask(FILING, {"filing_id": filing_id}, asker)
    case, no_case = _part(CASE, {"case_id": filing_id}, asker)
    matter, no_matter = _part(MATTER, {"matter_id": filing_id}, asker)
    entries = [*_history("filing", filing), *_history("review", case), *_notices(matter)]
    return jsonify(entries=sorted(entries, key=lambda entry: datetime.fromisoformat(entry["at"])),
                   unavailable=[*no_case, *no_matter])


def _part(query: Query[Any, Any], payload: Answer, asker: Actor) -> tuple[Answer, list[str]]:
    """The answer, and the service's name where it gave none."""
    try:
        return ask(query, payload, asker), []
    except CaseError as error:
        return {}, [] if error.code in HIDDEN else [query.service]


def _history(source: str, told: Answer) -> Iterable[dict[str, Any]]:
    for entry in told.get("history", ()):
        yield {"source": source, **entry}


def _notices(matter: Answer) -> Iterable[dict[str, Any]]:
    """Notices that reached their recipient; those still on the way have no time yet."""
    for notice in matter.get("deliveries", ()):
        if notice["delivered_at"]:
            yield {"source": "notify", "what": "delivered", "note": notice["subject"],
                   "recipient": notice["recipient"], "channel": notice["channel"], "state": notice["state"],
                   "at": notice["delivered_at"]}
