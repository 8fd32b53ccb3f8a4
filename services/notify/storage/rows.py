"""How rows and domain objects turn into each other."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table

from rongcuo.contracts.actor import Role
from rongcuo.contracts.notify import DeliveryState, MatterKind
from rongcuo.contracts.unit_names import unit_key
from services.notify.domain.delivery import Delivery
from services.notify.domain.digest import Digest
from services.notify.domain.directory import Officer
from services.notify.domain.notifications import Message
from services.notify.domain.task import Task
from services.notify.domain.tracked_case import Facts, Review, TrackedCase
from services.notify.storage.tables import deliveries, digests, messages, officers, tasks

Values = dict[str, Any]


def case_row(case: TrackedCase) -> Values:
    facts, review = case.facts, case.review
    return {
        "id": case.id, "organ_id": facts.organ_id if facts else "",
        "division_code": facts.division_code if facts else "",
        "unit": unit_key(facts.unit) if facts else "",
        "filer_id": facts.filer_id if facts else "", "remind_at": case.remind_at,
        "content": {
            "facts": {**vars(facts), "parties": list(facts.parties)} if facts else None,
            "review": {**vars(review), "holders": list(review.holders), "due_at": review.due_at.isoformat(),
                       "asked_at": _written(review.asked_at), "paused_at": _written(review.paused_at)}
            if review else None,
            "requested": case.requested, "supplements": [at.isoformat() for at in case.supplements],
            "ended": case.ended, "heard": dict(case.heard), "early": list(case.early),
            "recused": list(case.recused), "units_apart": list(case.units_apart),
            "keys_apart": list(case.keys_apart)},
    }


def apart_rows(case: TrackedCase) -> dict[str, Values]:
    """By their keys."""
    away = case.away
    return {who: {"matter_id": case.id, "who": who, "hears": who not in away} for who in case.apart}


def case_of(row: Row[Any], rows: Iterable[Row[Any]]) -> TrackedCase:
    """A case from its row and its tasks' rows, in their order."""
    content = row.content
    return TrackedCase(
        id=row.id, facts=_facts(content["facts"]), review=_review(content["review"]),
        tasks=[task_of(each) for each in rows], requested=content["requested"],
        supplements=[datetime.fromisoformat(at) for at in content["supplements"]], ended=content["ended"],
        heard=content["heard"], early=content["early"], remind_at=row.remind_at,
        recused=tuple(content.get("recused", ())), units_apart=tuple(content.get("units_apart", ())),
        keys_apart=tuple(content.get("keys_apart", ())))


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
    return Review(**{**content, "holders": tuple(content["holders"]),
                     "due_at": datetime.fromisoformat(content["due_at"]),
                     "asked_at": _read(content["asked_at"]), "paused_at": _read(content.get("paused_at"))})


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _read(at: str | None) -> datetime | None:
    return datetime.fromisoformat(at) if at else None


def task_row(case: TrackedCase, place: int, task: Task) -> Values:
    return {**vars(task), "matter_id": case.id, "place": place, "holders": list(task.holders),
            "number": case.facts.number if case.facts else ""}


def holder_row(task: Task, holder: str) -> Values:
    return {"holder": holder, "task_id": task.id}


def task_of(row: Row[Any]) -> Task:
    kept = {each.name: row._mapping[tasks.c[each.name]] for each in fields(Task)}
    return Task(**kept | {"holders": tuple(row.holders)})


def message_row(message: Message) -> Values:
    return _fields(messages, message)


def message_of(row: Row[Any]) -> Message:
    """From a row with the content of its matter."""
    return Message(**_columns(messages, row), matter_kind=_kind(row.content["facts"]))


def delivery_row(delivery: Delivery) -> Values:
    return _fields(deliveries, delivery) | {"state": delivery.state.value}


def delivery_of(row: Row[Any]) -> Delivery:
    return Delivery(**_columns(deliveries, row) | {"state": DeliveryState(row.state)})


def officer_row(officer: Officer) -> Values:
    return _fields(officers, officer) | {"roles": sorted(officer.roles), "units": list(officer.units)}


def officer_of(row: Row[Any]) -> Officer:
    return Officer(**_columns(officers, row) | {"roles": tuple(map(Role, row.roles)),
                                                "units": tuple(row.units),
                                                "daily": bool(row._mapping.get("daily"))})


def digest_row(digest: Digest) -> Values:
    return _fields(digests, digest)


def digest_of(row: Row[Any]) -> Digest:
    return Digest(**_columns(digests, row))


def _fields(table: Table, kept: object) -> Values:
    """For the columns of a table, the fields that are called like them."""
    return {each.name: getattr(kept, each.name) for each in table.c}


def _columns(table: Table, row: Row[Any]) -> Values:
    """For the fields, the columns; a row may have those of other tables too."""
    return {each.name: getattr(row, each.name) for each in table.c}
