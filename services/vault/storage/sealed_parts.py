"""What is sealed, as rows: the text and two boxes. The node's share is in the key store."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import RowMapping, delete, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.custody import Group
from rongcuo.contracts.sealed import Part, SealedShare
from services.vault.ports import KeptPart
from services.vault.storage.tables import sealed_parts

c = sealed_parts.c
KEYS = {Group.A: c.key_a, Group.B: c.key_b}


class SealedPartRows:
    """Those of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep_parts(self, reporter_ref: str, organ_id: str, parts: Sequence[KeptPart]) -> None:
        rows = [{"reporter_ref": reporter_ref, "organ_id": organ_id, "part": each.part.value,
                 "algorithm": each.algorithm, "text": each.text,
                 "key_a": each.share_a.key_id, "box_a": each.share_a.box,
                 "key_b": each.share_b.key_id, "box_b": each.share_b.box} for each in parts]
        if rows:
            insert(self.session, sealed_parts, *rows)

    def parts_of(self, reporter_ref: str) -> Mapping[Part, KeptPart]:
        rows = self.session.execute(select(sealed_parts).where(c.reporter_ref == reporter_ref)).mappings()
        return {each.part: each for each in map(_part_of, rows)}

    def all_parts(self) -> Iterator[tuple[str, Part]]:
        """Of everybody, by the reporter's reference."""
        rows = self.session.execute(select(c.reporter_ref, c.part).execution_options(yield_per=1_000))
        return ((row.reporter_ref, Part(row.part)) for row in rows)

    def drop_parts(self, reporter_ref: str) -> None:
        self.session.execute(delete(sealed_parts).where(c.reporter_ref == reporter_ref))

    def shares_under(self, organ_id: str, group: Group, key_id: str, most: int
                     ) -> tuple[tuple[str, KeptPart], ...]:
        wanted = select(sealed_parts).where(c.organ_id == organ_id, KEYS[group] == key_id)
        wanted = wanted.order_by(c.reporter_ref, c.part).limit(most).with_for_update()
        return tuple((row["reporter_ref"], _part_of(row)) for row in self.session.execute(wanted).mappings())

    def rebox(self, reporter_ref: str, part: Part, group: Group, share: SealedShare) -> None:
        here = (c.reporter_ref == reporter_ref) & (c.part == part.value)
        values = {f"key_{group.value}": share.key_id, f"box_{group.value}": share.box}
        self.session.execute(update(sealed_parts).where(here).values(values))


def _part_of(row: RowMapping) -> KeptPart:
    share_a, share_b = (SealedShare(key_id=row[f"key_{group}"], box=row[f"box_{group}"]) for group in Group)
    return KeptPart(Part(row["part"]), row["algorithm"], row["text"], share_a, share_b)
