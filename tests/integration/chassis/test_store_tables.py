"""A database whose tables another edition made is told at the start, not at each use; on both databases."""

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.hosting.runtime import ServiceRuntime


def tables(*columns: str, more: tuple[str, ...] = ()) -> MetaData:
    metadata = MetaData()
    Table("books", metadata, Column("id", Integer, primary_key=True),
          *(Column(name, String(20)) for name in columns))
    for name in more:
        Table(name, metadata, Column("id", Integer, primary_key=True))
    return metadata


def start(config, metadata: MetaData) -> None:
    runtime = ServiceRuntime("shelf", metadata, lambda session: session, config)
    try:
        runtime.start()
    finally:
        runtime.stop()


@pytest.mark.parametrize("columns", [(), ("name", "mail_at"), ("title",)])
def test_tables_of_another_edition_are_refused_by_name(config, columns: tuple[str, ...]):
    start(config, tables("name"))
    with pytest.raises(StartRefused, match=r"shelf.*books.*another edition \(books\)") as refused:
        start(config, tables(*columns))
    assert "\n" not in str(refused.value)
    start(config, tables("name"))


def test_a_table_that_is_new_is_made(config):
    start(config, tables("name"))
    start(config, tables("name", more=("readers",)))
    start(config, tables("name"))
