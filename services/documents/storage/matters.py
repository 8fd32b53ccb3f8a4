"""Matters as far as letters need them."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.storing import insert_new
from services.documents.domain import Facts, Matter
from services.documents.storage.tables import matters


class MatterRows:
    """One session's matters."""

    session: Session

    def matter(self, matter_id: str) -> Matter:
        """Where two services speak of a new matter at once, the second waits here for what the first said."""
        insert_new(self.session, matters, {"id": matter_id, "content": _content_of(Matter(id=matter_id))})
        wanted = select(matters.c.content).where(matters.c.id == matter_id).with_for_update()
        return _matter_of(matter_id, self.session.scalars(wanted).one())

    def put_matter(self, matter: Matter) -> None:
        self.session.execute(update(matters).where(matters.c.id == matter.id).values(
            content=_content_of(matter)))


def _content_of(matter: Matter) -> dict[str, Any]:
    return {"facts": asdict(matter.facts) if matter.facts else None, "early": matter.early,
            "supplements_asked": matter.supplements_asked}


def _matter_of(matter_id: str, content: dict[str, Any]) -> Matter:
    facts = content["facts"]
    known = Facts(**{**facts, "parties": tuple(facts["parties"])}) if facts else None
    return Matter(id=matter_id, facts=known, early=list(content["early"]),
                  supplements_asked=content["supplements_asked"])
