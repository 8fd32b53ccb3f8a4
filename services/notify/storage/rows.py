"""How rows and domain objects turn into each other."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from rongcuo.contracts.actor import Role
from rongcuo.contracts.notify import DeliveryState, MatterKind
from rongcuo.contracts.unit_names import unit_key
from services.notify.domain import Delivery, Facts, Message, Officer, Review, Task, TrackedCase

Values = dict[str, Any]


def matter_row(matter: TrackedCase) -> Values:
    facts = matter.facts
    return {
        "id": matter.id, "organ_id": facts.organ_id if facts else "",
        "division_code": facts.division_code if facts else "",
        "unit": unit_key(facts.unit) if facts else "",
        "filer_id": facts.filer_id if facts else "", "remind_at": matter.remind_at,
        "kept_away": "".join(f"{each}," for each in ("", *sorted(matter.kept_away))),
        "content": {
            "facts": _facts_content(facts) if facts else None,
            "review": _review_content(matter.review) if matter.review else None,
            "requested": matter.requested, "supplements": [at.isoformat() for at in matter.supplements],
            "ended": matter.ended, "heard": dict(matter.heard), "early": list(matter.early),
            "recused": list(matter.recused)},
    }


def _facts_content(facts: Facts) -> Values:
    return {**vars(facts), "parties": list(facts.parties)}


def _review_content(review: Review) -> Values:
    return {**vars(review), "holders": list(review.holders), "due_at": review.due_at.isoformat(),
            "asked_at": review.asked_at.isoformat() if review.asked_at else None}


def matter_of(row: Row[Any], rows: Iterable[Row[Any]]) -> TrackedCase:
    """A matter from its row and its tasks' rows, in their order."""
    content = row.content
    return TrackedCase(
        id=row.id, facts=_facts(content["facts"]), review=_review(content["review"]),
        tasks=[task_of(each) for each in rows], requested=content["requested"],
        supplements=[datetime.fromisoformat(at) for at in content["supplements"]], ended=content["ended"],
        heard=content["heard"], early=content["early"], remind_at=row.remind_at,
        recused=tuple(content.get("recused", ())))


def _facts(content: Values | None) -> Facts | None:
    if content is None:
        return None
    return Facts(**{**content, "parties": tuple(content["parties"]), "kind": _kind(content)})


def _kind(facts: Values) -> MatterKind:
    """What was kept before there were other matters is a filing."""
    return MatterKind(facts.get("kind", MatterKind.FILING))


def _review(content: Values | None) -> Review | None:
    if content is None:
        return None
    asked_at = content["asked_at"]
    return Review(**{**content, "holders": tuple(content["holders"]),
                     "due_at": datetime.fromisoformat(content["due_at"]),
                     "asked_at": datetime.fromisoformat(asked_at) if asked_at else None})


def task_row(matter: TrackedCase, place: int, task: Task) -> Values:
    return {**vars(task), "matter_id": matter.id, "place": place, "holders": list(task.holders),
            "number": matter.facts.number if matter.facts else ""}


def holder_row(task: Task, holder: str) -> Values:
    return {"holder": holder, "task_id": task.id}


def task_of(row: Row[Any]) -> Task:
    return Task(id=row.id, kind=row.kind, holders=tuple(row.holders), due_at=row.due_at,
                opened_at=row.opened_at, provisional=row.provisional, suspended=row.suspended,
                closed_at=row.closed_at, reminded_until=row.reminded_until)


def message_row(message: Message) -> Values:
    return {"id": message.id, "occasion": message.occasion, "recipient_id": message.recipient_id,
            "matter_id": message.matter_id, "subject": message.subject, "body": message.body,
            "at": message.at, "read_at": message.read_at}


def message_of(row: Row[Any]) -> Message:
    """From a row with the content of its matter."""
    return Message(id=row.id, occasion=row.occasion, recipient_id=row.recipient_id, matter_id=row.matter_id,
                   subject=row.subject, body=row.body, at=row.at, read_at=row.read_at,
                   matter_kind=_kind(row.content["facts"]))


def delivery_row(delivery: Delivery) -> Values:
    return {"id": delivery.id, "message_id": delivery.message_id, "matter_id": delivery.matter_id,
            "recipient_id": delivery.recipient_id, "channel": delivery.channel, "state": delivery.state.value,
            "attempts": delivery.attempts, "unanswered": delivery.unanswered, "next_at": delivery.next_at,
            "since": delivery.since, "refused_at": delivery.refused_at, "receipt": delivery.receipt,
            "delivered_at": delivery.delivered_at}


def delivery_of(row: Row[Any]) -> Delivery:
    return Delivery(id=row.id, message_id=row.message_id, matter_id=row.matter_id,
                    recipient_id=row.recipient_id, channel=row.channel, state=DeliveryState(row.state),
                    attempts=row.attempts, unanswered=row.unanswered, next_at=row.next_at,
                    since=row.since, refused_at=row.refused_at, receipt=row.receipt,
                    delivered_at=row.delivered_at)


def officer_row(officer: Officer) -> Values:
    return {"id": officer.id, "name": officer.name, "organ_id": officer.organ_id,
            "division_code": officer.division_code, "email": officer.email, "roles": sorted(officer.roles),
            "active": officer.active}


def officer_of(row: Row[Any]) -> Officer:
    return Officer(id=row.id, name=row.name, organ_id=row.organ_id, division_code=row.division_code,
                   email=row.email, roles=tuple(Role(role) for role in row.roles), active=row.active)
