"""Matters as far as letters need them."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.write_behind import Gathered
from rongcuo.contracts.events import Event, load_event
from rongcuo.contracts.serialisation import dump
from services.documents.domain.matter import Excluded, Facts, Matter
from services.documents.storage.session import InSession
from services.documents.storage.tables import matters

THESE = matters.c.id.in_(bindparam("these", expanding=True))
TO_CHANGE = select(matters).where(THESE).order_by(matters.c.id).with_for_update()


class MatterRows(InSession):
    """One session's matters."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._matters = Gathered(self.rows, matters, lambda one: Matter(id=one), self._read)
        self.matter, self.expect = self._matters.take, self._matters.expect

    def _read(self, matter_ids: Collection[str]) -> dict[str, Matter]:
        found = self.session.execute(TO_CHANGE, {"these": matter_ids}).all()
        for row in found:
            self.rows.remember(matters, {"id": row.id, "content": row.content})
        return {row.id: _matter_of(row.id, row.content) for row in found}

    def read_matter(self, matter_id: str) -> Matter:
        content = self.session.scalar(select(matters.c.content).where(matters.c.id == matter_id))
        return _matter_of(matter_id, content) if content else Matter(id=matter_id)

    def excluded(self, matter_id: str) -> Excluded:
        content = self.session.scalar(select(matters.c.content).where(matters.c.id == matter_id))
        return _excluded_of(matter_id, content or {})

    def put_matter(self, matter: Matter) -> None:
        self.rows.write(matters, {"id": matter.id, "content": _content_of(matter)})


def _content_of(matter: Matter) -> dict[str, Any]:
    facts = matter.facts
    return {"facts": {**vars(facts), "parties": list(facts.parties)} if facts else None,
            "early": [{"type": event.type_name(), "data": dump(event), "organ_name": name}
                      for event, name in matter.early],
            "supplements_asked": matter.supplements_asked, "refusals": matter.refusals,
            "apart": {"officers": list(matter.excluded.officers), "units": list(matter.excluded.units),
                      "keys": list(matter.excluded.keys),
                      "members": {each: list(sitting) for each, sitting in matter.excluded.members.items()}}}


def _matter_of(matter_id: str, content: dict[str, Any]) -> Matter:
    early = [_early_of(each) for each in content["early"]]
    return Matter(id=matter_id, facts=_facts_of(content["facts"]), early=early,
                  supplements_asked=content["supplements_asked"],
                  refusals=content.get("refusals", 0), excluded=_excluded_of(matter_id, content))


def _excluded_of(matter_id: str, content: dict[str, Any]) -> Excluded:
    """An earlier edition kept none; a later one whoever had ever been a member, which holds until the matter
    itself says otherwise."""
    apart = content.get("apart", {})
    members = apart.get("members", {})
    told = members if isinstance(members, dict) else {matter_id: members}
    return Excluded(tuple(apart.get("officers", ())), tuple(apart.get("units", ())),
                    {each: tuple(sitting) for each, sitting in told.items()}, tuple(apart.get("keys", ())))


def _early_of(content: dict[str, Any]) -> tuple[Event, str]:
    """An earlier edition asked for the organ's name with the filing; its id stands for that."""
    data = content["data"]
    return load_event(content["type"], data), content.get("organ_name", data["organ_id"])


def _facts_of(content: dict[str, Any] | None) -> Facts | None:
    """An earlier edition kept the organ's name here."""
    if content is None:
        return None
    kept = {name: value for name, value in content.items() if name != "organ_name"}
    return Facts(**{**kept, "parties": tuple(content["parties"])})
