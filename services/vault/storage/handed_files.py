"""Files that reporters handed in, as rows. The files themselves lie closed in the store."""

from collections.abc import Collection, Sequence
from dataclasses import asdict

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.vault import FileKind
from services.vault.ports import KeptFile
from services.vault.storage.tables import files

c = files.c


class HandedFileRows:
    """Those of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep_files(self, reporter_ref: str, handed: Sequence[KeptFile]) -> None:
        if handed:
            insert(self.session, files, *({"reporter_ref": reporter_ref, **asdict(each)} for each in handed))

    def files_of(self, reporter_ref: str) -> tuple[KeptFile, ...]:
        wanted = select(files).where(c.reporter_ref == reporter_ref).order_by(c.number)
        rows = ({**row} for row in self.session.execute(wanted).mappings())
        return tuple(KeptFile(**{name: value for name, value in row.items() if name != "reporter_ref"}
                              | {"kind": FileKind(row["kind"])}) for row in rows)

    def drop_files(self, reporter_ref: str) -> None:
        self.session.execute(delete(files).where(c.reporter_ref == reporter_ref))

    def stored(self, keys: Collection[str]) -> set[str]:
        named = select(c.copy, c.original).where(or_(c.copy.in_(keys), c.original.in_(keys)))
        return {key for row in self.session.execute(named) for key in row}
