"""The repository (ports.Hub) on one session."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import Table, delete, func, select
from sqlalchemy.orm import Session

from rongcuo.casework.counting import Count
from rongcuo.casework.counting.rows import Figures
from rongcuo.chassis.database import statements
from rongcuo.chassis.database.streams import Streams
from rongcuo.contracts.county.approvals import ApprovalKind
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import ENTRIES, SIGNS, ApprovalState, Frame, LineEntry
from services.province.domain import Approval, Aside, Checkpoint, Node, Return, Sheet, Summary
from services.province.domain.entries import continues
from services.province.domain.returned import Figure
from services.province.ports import Owed, Received
from services.province.storage import tables as t

AT_ONCE = 1_000


class ProvinceStorage:
    """All of the hub, in one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.figures = Figures(session, t.figures)
        self.streams = Streams(session, t.streams)

    def put(self, aggregate: Any) -> None:
        """What tells events; each other kind is kept by its own name."""
        if not isinstance(aggregate, Approval):
            raise TypeError(type(aggregate).__name__)
        self.put_approval(aggregate)

    def lock(self, nodes: Collection[str]) -> None:
        self.streams.lock(*nodes)

    def receive(self, code: str, frame: Frame, last: str) -> Received:
        """An epoch that the hub did not let begin is taken no more than numbers that were given twice."""
        end = self.streams.end(code)
        if trouble := end.trouble(min(frame.epoch, end.their_epoch), frame.first, frame.newest):
            return Received(str(trouble), end.received, ())
        if frame.epoch > end.their_epoch or not continues(frame, end.received, last):
            return Received("behind", end.received, ())
        before = end.received
        fresh: Sequence[LineEntry] = end.take(frame.epoch, frame.first, frame.entries)
        if frame.their_epoch == end.epoch:
            self.streams.acknowledge(end, frame.received)
        self.streams.put(end)
        ahead = (frame.their_epoch, frame.received) > (end.epoch, end.given)
        return Received("hub_behind" if ahead else "", before, fresh)

    def owed(self, code: str) -> Owed:
        end = self.streams.end(code)
        entries = self.streams.after(code, end.acknowledged, ENTRIES, SIGNS)
        return Owed(end.their_epoch, end.received, end.epoch, end.acknowledged + 1, end.given,
                    tuple(LineEntry(kind=kind, body=body) for kind, body in entries))

    def tell(self, code: str, *entries: tuple[str, str]) -> None:
        self.streams.append(code, entries)

    def let_go_on(self, node: Node) -> None:
        end = self.streams.locked(node.code)
        end.their_epoch = max(end.their_epoch, node.epoch) + 1
        end.epoch = max(end.epoch, node.had_epoch)
        self.streams.begin_epoch(end, node.had)

    def codes(self) -> frozenset[str]:
        c = t.nodes.c
        return frozenset(self.session.scalars(select(c.code).where(c.revoked_at.is_(None))))

    def node(self, code: str) -> Node:
        wanted = select(t.nodes).where(t.nodes.c.code == code)
        row = self.session.execute(wanted).mappings().one_or_none()
        if row is None:
            raise CaseError("province.not_registered", details={"node": code})
        return Node(**{**row, "packs": tuple(row["packs"])})

    def put_node(self, node: Node) -> None:
        statements.upsert(self.session, t.nodes, asdict(node))

    def put_aside(self, asides: Sequence[Aside]) -> None:
        if asides:
            statements.insert(self.session, t.asides, *map(asdict, asides))

    def matters(self, node: str, ids: Collection[str]) -> dict[str, Summary]:
        self.figures.alone()
        c = t.matters.c
        wanted = select(t.matters).where(c.node == node, statements.among(self.session, c.id, ids))
        return {row.id: summary_of(row) for row in self.session.execute(wanted)}

    def put_matters(self, summaries: Iterable[Summary], before: Collection[Count],
                    after: Collection[Count]) -> None:
        statements.upsert(self.session, t.matters, *(
            {name: getattr(each, name) for name in SUMMARY} for each in summaries))
        self.figures.move(before, after)

    def forget_matters(self, node: str) -> None:
        self.figures.alone()
        here = t.matters.c.node == node
        for found in self.session.execute(select(t.matters).where(here)).partitions(AT_ONCE):
            self.figures.move([count for row in found for count in summary_of(row).counted], [])
        self.session.execute(delete(t.matters).where(here))

    def counted(self, organ_id: str, figures: Collection[Figure]) -> dict[Figure, int]:
        cells = self.figures.of([organ_id], {period for _, period in figures})
        return {(code, period): cell.number for (_, period, code), cell in cells.items()
                if (code, period) in figures}

    def returned(self, organ_id: str, period: str, revision: int) -> str | None:
        c = t.returns.c
        return self.session.scalar(select(c.checksum).where(
            c.organ_id == organ_id, c.period == period, c.revision == revision))

    def put_return(self, told: Return) -> None:
        statements.insert(self.session, t.returns, {name: getattr(told, name) for name in names(Return)})

    def checkpoints(self, node: str) -> list[Checkpoint]:
        c = t.witnesses.c
        return [Checkpoint(**row) for row in self.session.execute(
            select(t.witnesses).where(c.node == node)).mappings()]

    def put_checkpoint(self, fresh: Checkpoint) -> None:
        statements.insert_if_absent(self.session, t.witnesses, asdict(fresh))

    def every_witness(self) -> list[tuple[str, str, str]]:
        """Of which node, of which ledger, and the note; of each ledger by its size."""
        w = t.witnesses.c
        wanted = select(w.node, w.origin, w.note).order_by(w.node, w.origin, w.size)
        return [(node, origin, note) for node, origin, note in self.session.execute(wanted)]

    def newest_registration(self) -> tuple[str, str] | None:
        c = t.nodes.c
        row = self.session.execute(select(c.code, c.key_id).order_by(c.registered_at.desc()).limit(1)).first()
        return (row.code, row.key_id) if row else None

    def approval(self, approval_id: str) -> Approval:
        row = self._row(t.approvals, t.approvals.c.id == approval_id)
        if row is None:
            raise CaseError("not_found")
        return approval_of(**row)

    def knows_approval(self, approval_id: str) -> bool:
        c = t.approvals.c
        return self.session.scalar(select(c.id).where(c.id == approval_id)) is not None

    def put_approval(self, approval: Approval) -> None:
        statements.upsert(self.session, t.approvals, {each.name: getattr(approval, each.name)
                                                      for each in t.approvals.c})

    def open_at(self, node: str) -> list[Approval]:
        c = t.approvals.c
        rows = self.session.execute(select(t.approvals).where(
            c.asked_of == node, c.at_node, c.state == ApprovalState.ASKED).order_by(c.id)).mappings()
        return [approval_of(**row) for row in rows]

    def overdue(self, today: date) -> list[Approval]:
        c = t.approvals.c
        rows = self.session.execute(select(t.approvals).where(
            c.state == ApprovalState.ASKED, c.due_on < today).order_by(c.id).limit(100)).mappings()
        return [approval_of(**row) for row in rows]

    def sheet(self, name: str, digest: str) -> Sheet:
        c = t.sheets.c
        row = self._row(t.sheets, (c.name == name) & (c.digest == digest))
        if row is None:
            raise CaseError("not_found")
        return Sheet(**row)

    def was_published(self, name: str) -> bool:
        c = t.sheets.c
        return bool(self.session.scalar(select(func.count()).where(
            c.name == name, c.published_at.is_not(None))))

    def published(self) -> list[Sheet]:
        c = t.sheets.c
        rows = self.session.execute(select(t.sheets).where(
            c.published_at.is_not(None)).order_by(c.published_at, c.name)).mappings()
        return [Sheet(**row) for row in rows]

    def put_sheet(self, sheet: Sheet) -> None:
        statements.upsert(self.session, t.sheets, asdict(sheet))

    def put_taken(self, row: Mapping[str, Any]) -> None:
        statements.upsert(self.session, t.taken, row)

    def _row(self, table: Table, where: Any) -> dict[str, Any] | None:
        """To be changed: nobody else does until the transaction ends."""
        row = self.session.execute(select(table).where(where).with_for_update()).mappings().one_or_none()
        return dict(row) if row else None


def names(kind: type[Any]) -> tuple[str, ...]:
    """Of a dataclass's fields."""
    return tuple(each.name for each in fields(kind))


SUMMARY = names(Summary)


def summary_of(row: Any) -> Summary:
    """The summary that a row holds."""
    return Summary(row.node, row.id, row.epoch, row.version, row.organ_id, row.case_number, row.situation,
                   row.outcome, row.year, tuple(map(tuple, row.counts)))


def approval_of(**row: Any) -> Approval:
    """The approval that a row holds."""
    del row["ended"]
    return Approval(**row | {"kind": ApprovalKind(row["kind"]), "state": ApprovalState(row["state"])})
