"""Reporters as rows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, exists, select
from sqlalchemy.orm import Session

from rongcuo.casework.repository import RevisedRepository
from rongcuo.contracts import vault as contract
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.serialisation import dump, load
from services.vault.domain import Reporter
from services.vault.storage.tables import reporters

AS_THEY_ARE = ("id", "version", "edits", "organ_id", "deposited_at", "deposited_by", "retained_until",
               "destroyed_at", "renewed_at")
MANY: Mapping[str, type[Any]] = {
    "told": contract.ReporterTold, "messages": contract.ReporterMessage, "wishes": contract.ReporterWish}


class ReporterRows:
    """Those of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._reporters = RevisedRepository(session, reporters, _row_of, _reporter_of)

    def put_reporter(self, reporter: Reporter) -> None:
        """Raises `changed_meanwhile`."""
        self._reporters.put(reporter)

    def reporter(self, reporter_ref: str) -> Reporter:
        return self._reporters.get(reporter_ref)

    def reporter_if_there(self, reporter_ref: str) -> Reporter | None:
        wanted = select(reporters).where(reporters.c.id == reporter_ref).with_for_update()
        return next(iter(self._reporters.all(wanted)), None)

    def read_reporter(self, reporter_ref: str) -> Reporter:
        return self._reporters.read(reporter_ref)

    def read_reporter_if_there(self, reporter_ref: str) -> Reporter | None:
        wanted = select(reporters).where(reporters.c.id == reporter_ref)
        return next(iter(self._reporters.all(wanted)), None)

    def with_code(self, code_hash: str) -> Reporter | None:
        c = reporters.c
        wanted = select(reporters).where((c.code_hash == code_hash) | (c.desk_code_hash == code_hash))
        return next(iter(self._reporters.all(wanted)), None)

    def has_codes(self) -> bool:
        """Whether anybody was given a query code."""
        return bool(self.session.scalar(select(exists().where(reporters.c.code_hash.is_not(None)))))

    def retained_before(self, day: date, most: int) -> tuple[str, ...]:
        over = (reporters.c.retained_until < day) & reporters.c.destroyed_at.is_(None)
        wanted = select(reporters.c.id).where(over).order_by(reporters.c.retained_until, reporters.c.id)
        return tuple(self.session.scalars(wanted.limit(most)))

    def without_end(self, most: int) -> tuple[str, ...]:
        c = reporters.c
        endless = c.retained_until.is_(None) & (c.edits == 0) & c.destroyed_at.is_(None)
        return tuple(self.session.scalars(select(c.id).where(endless).order_by(c.id).limit(most)))


def _row_of(reporter: Reporter) -> dict[str, Any]:
    content = {"pseudonym": reporter.pseudonym, "real_name": reporter.real_name,
               "parts": [part.value for part in reporter.parts], "code_renewed": reporter.code_renewed}
    content |= {name: [dump(each) for each in getattr(reporter, name)] for name in MANY}
    return {name: getattr(reporter, name) for name in AS_THEY_ARE} | {
        "code_hash": reporter.code_hash or None, "desk_code_hash": reporter.desk_code_hash or None,
        "content": content}


def _reporter_of(row: RowMapping) -> Reporter:
    content = row["content"]
    facts: dict[str, Any] = {name: row[name] for name in AS_THEY_ARE}
    for name, kind in MANY.items():
        facts[name] = tuple(load(kind, each, tolerant=True) for each in content[name])
    return Reporter(**facts, code_hash=row["code_hash"] or "", desk_code_hash=row["desk_code_hash"] or "",
                    pseudonym=content["pseudonym"], real_name=content["real_name"],
                    code_renewed=content.get("code_renewed", False), parts=tuple(map(Part, content["parts"])))
