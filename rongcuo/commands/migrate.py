"""`rongcuo migrate`: leads the databases of an earlier edition to this one."""

from contextlib import closing
from dataclasses import replace

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import DatabaseInUse, open_database
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.commands import _settings
from rongcuo.commands._services import bring_what_was_split, databases, has_database
from services import EVERY, metadata, with_database

LONGEST = 3_600.0    # seconds of one statement: a large table may be rewritten


@click.command("migrate")
@click.argument("services", nargs=-1, type=click.Choice(with_database(EVERY)))
@_settings.configured
def command(config: Config, services: tuple[str, ...]) -> None:
    """升级数据库 · Lead the databases of an earlier edition to this one; all, or those that are named.

    请先备份；从 v0.3.0 升级还要先停止各服务。每个数据库要么整个升级，要么原样不动；可以重复运行。
    Make a backup first; coming from v0.3.0, stop the services, too. Each database is led there as a whole,
    or stays as it was.
    """
    config = replace(config, statement_timeout=LONGEST)
    try:
        for name, rows in ({} if services else bring_what_was_split(config)).items():
            click.echo(f"{name:14} 已从原服务带来 {rows} 行 · {rows} rows brought from where they were")
        for name in databases(config, *services):
            click.echo(f"{name:14} {_migrated(config, name)}")
    except DatabaseInUse as error:
        raise click.ClickException(str(error)) from None


def _migrated(config: Config, name: str) -> str:
    if not has_database(config, name):
        return "还没有数据库 · no database yet"
    with closing(open_database(name, config)) as database:
        done = ensure_tables(database, name, metadata(name), upgrade=True)
    return f"已升级 · upgraded: {', '.join(done)}" if done else "已是本版本 · as this edition has it"
