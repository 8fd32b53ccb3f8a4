"""What the hub's operator does with nodes, on the machine: keys in their folder, rows in the database."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.messaging.rights import rights_of_node
from rongcuo.chassis.signing import key_folder
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.chassis.unit_of_work.transaction import SqlUnitOfWork, alone
from rongcuo.commands import _settings
from rongcuo.commands.broker import tell
from rongcuo.contracts.actor import OPERATOR
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province.operations import OF_NODES
from rongcuo.policy.divisions import division
from services import metadata

if TYPE_CHECKING:
    from services.province.storage import ProvinceStorage

HUB = "province"
NO_HUB = "这里不是省级中心：设置 node 应是 530000 · This is not the hub: the setting `node` names no province"
NO_KEY = "不是公钥：应是 rongcuo node key 显示的一行 · no public key: not the line of `rongcuo node key`"


@click.command("register")
@click.argument("code")
@click.argument("key")
@click.option("--vhost", default="/", show_default=True)
@_settings.configured
def register(config: Config, code: str, key: str, vhost: str) -> None:
    """省级：登记一个节点 · At the hub: take a node in, with its public key; again with another key.

    请当面或电话核对公钥。显示的命令给它在消息代理上最小的权限；口令由 rabbitmqctl 从标准输入读。
    Compare the key by telephone or face to face. What is printed gives its account the least rights.
    """
    from services.province.usecases import registry
    name = f"{NODE}{division(code).code}"
    with _desk(config) as (unit, now):
        key_id = key_folder(config).trust(name, _key(key, name), now)
        registry.register(unit, code, key_id, now)
        unit.commit()
    click.echo(f"{name} {key_id}\nrabbitmqctl add_user {name}")
    tell(vhost, name, rights_of_node(name, [each.name for each in OF_NODES]))


@click.command("revoke")
@click.argument("code")
@_settings.configured
def revoke(config: Config, code: str) -> None:
    """省级：撤销一个节点 · At the hub: take nothing more of a node. What it told stays."""
    from services.province.usecases import registry
    with _desk(config) as (unit, now):
        registry.revoke(unit, code, now)
        unit.commit()
    key_folder(config).forget(f"{NODE}{code}")
    click.echo(f"{NODE}{code}\nrabbitmqctl delete_user {NODE}{code}")


@click.command("let-go-on")
@click.argument("code")
@_settings.configured
def let_go_on(config: Config, code: str) -> None:
    """省级：恢复过备份的节点可以继续 · At the hub: a node that was restored from a backup may go on.

    然后在该节点运行 rongcuo node resume。Then run `rongcuo node resume` there.
    """
    from services.province.usecases import registry
    with _desk(config) as (unit, _):
        registry.let_go_on(unit, code)
        unit.commit()
    click.echo(f"{NODE}{code}")


@click.command("publish")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--calendar", is_flag=True, help="一年的工作日历 · working days of a year")
@_settings.configured
def publish(config: Config, file: Path, calendar: bool) -> None:
    """省级：拟发一份规则 · At the hub: prepare a sheet of rules. An officer of the province approves it."""
    from services.province.usecases import publishing
    with _desk(config) as (unit, now):
        sheet = publishing.prepare(unit, file.name, calendar, file.read_text("utf-8"), OPERATOR, now)
        unit.commit()
    click.echo(f"{sheet.name} {sheet.digest}\n等待省级审查负责人批准 · waits for a lead of the province")


@contextmanager
def _desk(config: Config) -> "Iterator[tuple[SqlUnitOfWork[ProvinceStorage], datetime]]":
    if not config.is_hub:
        raise click.ClickException(NO_HUB)
    from services.province.storage import ProvinceStorage
    now = time_source(config).now()
    about = Invocation(HUB, Tick(), OPERATOR, now, uuid4().hex)
    with closing(open_database(HUB, config, visiting=True)) as database:
        ensure_tables(database, HUB, metadata(HUB), upgrade=False)
        with alone(database, ProvinceStorage, about) as unit:
            yield unit, now


def _key(given: str, name: str) -> bytes:
    """Of the line that `rongcuo node key` shows, or its last word alone."""
    said, _, encoded = given.strip().rpartition(" ")
    try:
        raw = b64decode(encoded, validate=True)
    except Error:
        raw = b""
    if said not in ("", name) or len(raw) != 32:
        raise click.ClickException(NO_KEY)
    return raw
