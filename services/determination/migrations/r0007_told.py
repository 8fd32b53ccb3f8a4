"""Of what a clue led to the subject hears once they are asked, or it is decided: rows of before know whether
they have. And it is kept from whoever is called as the one whom it is about."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, String, column, select, table, true

from rongcuo.chassis.database.types import Json
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.texts.folding import name_key

revision, down_revision = "determination_0007", "determination_0006"
CASE = table("determination", column("id", String), column("told", Boolean), column("content", Json))
APART = table("determination_apart", column("case_id", String), column("who", String))
TELLING = frozenset({"accept", "record_statement", "write_facts_material"})


def upgrade() -> None:
    op.add_column("determination", Column("told", Boolean, nullable=False, server_default=true()))
    bind = op.get_bind()
    for row in bind.execute(select(CASE.c.id, CASE.c.content)).all():
        if row.content["initiation"] == "clue":
            known = set(row.content.get("keys_apart", ()))
            content = {**row.content, "keys_apart": sorted({*known, *_about(row.content["subject"])})}
            bind.execute(CASE.update().where(CASE.c.id == row.id).values(
                content=content, told=_is_told(content)))
            if fresh := sorted({*content["keys_apart"]} - known):
                bind.execute(APART.insert(), [{"case_id": row.id, "who": who} for who in fresh])


def _is_told(content: Mapping[str, Any]) -> bool:
    """As `clue_of_case.is_told`."""
    steps = {entry["what"] for entry in content["history"]}
    return bool(content["decisions"]) or not TELLING.isdisjoint(steps)


def _about(subject: Mapping[str, str]) -> Iterator[str]:
    """As `clue.keys_of_subject`."""
    yield from (_key("officer", each) for each in [subject.get("officer_id", "")] if each)
    yield from (_key("name", each) for each in [name_key(subject["name"])] if each)
    yield from (_key("unit", each) for each in unit_keys(subject["unit"]))


def _key(kind: str, value: str) -> str:
    return sha256(f"{kind}:{value}".encode()).hexdigest()[:32]
