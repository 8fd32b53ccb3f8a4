"""Whether the platform holds every policy pack by which matters in a database were opened.

A sheet that was edited in place, or taken away, makes another pack: without this look, each page of such a
matter would fail by itself later.
"""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, MetaData, Text, case, func, select, tuple_, type_coerce

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.types import Json
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.rules import Rules

NAMED = 3           # so many of them are told
ROWS = 2_000        # are looked into with one statement, which has its time limit
IN_JSON = '"pack_id":"'
KEPT = re.compile(IN_JSON + '([^"]+)')


def require_packs_of_ours(database: Database, rules: Rules, name: str, declared: MetaData) -> None:
    """Looks at every column `pack_id`, which has to have an index, and for every `pack_id` within JSON.

    Raises StartRefused.
    """
    found: set[str] = set()
    for column in (column for table in declared.tables.values() for column in table.c):
        if column.name == "pack_id":
            found.update(_distinct(database, column))
        elif isinstance(column.type, Json):
            found.update(_within(database, column))
    unknown = sorted(pack_id for pack_id in found if not _holds(rules, pack_id))
    if unknown:
        named = "、".join(unknown[:NAMED]) + ("…" if unknown[NAMED:] else "")
        raise StartRefused(
            f"没有启动：{name} 的数据依据的政策包这个平台没有（{named}）：政策包文件被改过或删去了。"
            f"请把文件恢复原样，改动另写一个新文件（见 rongcuo/policy/packs/README.md）；"
            f"或用建这些数据的版本打开，或用 RONGCUO_DATA_DIR、database_url 另指一处新的 · "
            f"Not started: data of {name} rest on policy packs that this platform does not hold ({named}): a "
            f"sheet was edited or removed. Put it back as it was and write the change into a new one (see "
            f"rongcuo/policy/packs/README.md), open the data with the edition that made them, or name a new "
            f"place by RONGCUO_DATA_DIR or database_url")


def _distinct(database: Database, column: "Column[str]") -> Iterator[str]:
    """Each value once, by a step through the index to the next: whatever number of rows has it is not read.
    A draft has none."""
    last = ""
    with database.reading() as session:
        while last := session.scalar(select(func.min(column)).where(column > last)) or "":
            yield last


def _within(database: Database, column: "Column[Any]") -> set[str]:
    """Those that are named in a column of JSON, wherever in it: each row is looked into, some at a time."""
    key = tuple(column.table.primary_key)
    text = type_coerce(column, Text)
    some = select(case((text.contains(IN_JSON), text)), *key).order_by(*key).limit(ROWS)
    found: set[str] = set()
    with database.reading() as session:
        rows = session.execute(some).all()
        while rows:
            found.update(*(KEPT.findall(kept or "") for kept, *_ in rows))
            rows = session.execute(some.where(tuple_(*key) > tuple(rows[-1][1:]))).all()
    return found


def _holds(rules: Rules, pack_id: str) -> bool:
    try:
        rules.pack_by_id(pack_id)
    except CaseError:
        return False
    return True
