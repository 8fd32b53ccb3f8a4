"""The custodian groups' keys as rows."""

from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, select, update
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert_if_absent
from rongcuo.contracts.custody import Group, GroupKey, WrappedKey
from rongcuo.contracts.serialisation import dump, load
from services.vault.storage.tables import group_keys

c = group_keys.c


class GroupKeyRows:
    """Those of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def group_keys(self, organ_id: str, group: Group) -> tuple[GroupKey, ...]:
        theirs = (c.organ_id == organ_id) & (c.holders == group.value)
        wanted = select(group_keys).where(theirs, c.retired_at.is_(None))
        return tuple(map(_key_of, self.session.execute(wanted.order_by(c.made_at, c.key_id)).mappings()))

    def hold_group_keys(self, organ_id: str, *, alone: bool = False) -> None:
        theirs = select(c.key_id).where(c.organ_id == organ_id, c.retired_at.is_(None)).order_by(c.key_id)
        self.session.execute(theirs.with_for_update(read=not alone)).all()

    def keep_group_key(self, organ_id: str, key: GroupKey, at: datetime) -> None:
        wrapped = [dump(each) for each in key.wrapped]
        row = {"organ_id": organ_id, "key_id": key.key_id, "holders": key.group.value, "public": key.public,
               "algorithm": key.algorithm, "wrapped": wrapped, "made_at": at, "retired_at": None}
        if not insert_if_absent(self.session, group_keys, row):
            here = _here(organ_id, key.key_id)
            self.session.execute(update(group_keys).where(here).values(wrapped=wrapped))

    def retire_group_key(self, organ_id: str, key_id: str, at: datetime) -> None:
        gone = {"wrapped": [], "retired_at": at}
        self.session.execute(update(group_keys).where(_here(organ_id, key_id)).values(gone))


def _here(organ_id: str, key_id: str) -> ColumnElement[bool]:
    return (c.organ_id == organ_id) & (c.key_id == key_id)


def _key_of(row: RowMapping) -> GroupKey:
    wrapped = tuple(load(WrappedKey, each, tolerant=True) for each in row["wrapped"])
    return GroupKey(group=Group(row["holders"]), key_id=row["key_id"], algorithm=row["algorithm"],
                    public=row["public"], wrapped=wrapped)
