"""`rongcuo node`: this node's key, the hub's, and the line between them. Works on files and the database."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from sqlalchemy.orm import Session

from rongcuo.chassis import ledger
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.signing import key_folder
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.commands import _hub, _settings
from rongcuo.commands._services import databases
from rongcuo.contracts.actor import OPERATOR
from rongcuo.contracts.operation import HUB, NODE
from services import metadata

SERVICE = "county"
NO_KEY = "不是公钥：应是一行 `province BASE64` · no public key: it should be one line `province BASE64`"

NO_WITNESS = "还没有见证的检查点 · no checkpoint is kept yet"


@click.group("node")
def command() -> None:
    """专线：密钥、状态、恢复；登记、撤销、发布 · The line between nodes.

    Keys, state, going on after a restore; at the hub: who is taken in, goes on, and gets which rules.
    """


for each in (_hub.register, _hub.revoke, _hub.let_go_on, _hub.publish):
    command.add_command(each)


@command.command("key")
@_settings.configured
def key(config: Config) -> None:
    """显示本节点的公钥 · This node's public key, made at first.

    下级的交给省级登记，省级的交给下级信任。A node's is registered at the hub, the hub's trusted by nodes.
    """
    databases(config, HUB if config.is_hub else SERVICE)
    folder, name = key_folder(config), HUB if config.is_hub else f"{NODE}{config.node}"
    folder.make(name, time_source(config).now())
    click.echo(f"{name} {b64encode(folder.accepted(name)[-1].raw).decode()}")


@command.command("trust")
@click.argument("given")
@_settings.configured
def trust(config: Config, given: str) -> None:
    """信任上级的公钥 · Accept what the hub signs: the line `province BASE64` that it shows, or its file.

    请和上级的运行人员当面或电话核对。Compare it with the hub's operator, by telephone or face to face.
    """
    databases(config, SERVICE)
    text = Path(given).read_text("utf-8") if Path(given).is_file() else given
    name, _, encoded = text.strip().partition(" ")
    try:
        raw = b64decode(encoded, validate=True)
    except Error:
        raise click.ClickException(NO_KEY) from None
    if name != HUB or len(raw) != 32:
        raise click.ClickException(NO_KEY)
    click.echo(f"{HUB} {key_folder(config).trust(HUB, raw, time_source(config).now())}")


@command.command("status")
@_settings.configured
def status(config: Config) -> None:
    """专线的状态 · What waits, the last exchange, and what is wrong."""
    from services.county.storage import CountyStorage
    with _session(config) as session:
        store = CountyStorage(session)
        end, line = store.end(), store.line()
    waits = end.given - end.acknowledged
    click.echo(f"等待报送 waiting: {waits}" + (f"，自 since {line.waiting_since}" if waits else ""))
    click.echo(f"上次交换 last exchange: {line.exchanged_at or '没有 none'}")
    if line.failed_code:
        click.echo(f"连不上 no answer since {line.failed_since}: {line.failed_code}")
    if line.trouble:
        click.echo(f"问题 trouble: {line.trouble} (rongcuo node resume)")


@command.command("resume")
@_settings.configured
def resume(config: Config) -> None:
    """恢复备份以后继续 · Go on after this node, or the hub, was restored from a backup.

    从上级已有的地方接着编号，并把现在有效的全部重新报送。请先和上级的运行人员商定。
    Numbers go on behind what the hub has, and all that counts now is sent again. Agree with the hub's
    operator first.
    """
    from services.county.storage import CountyStorage
    from services.county.usecases import resuming
    now = time_source(config).now()
    with _session(config) as session:
        waiting = resuming.resume(CountyStorage(session), now)
        about = Invocation(SERVICE, Tick(), OPERATOR, now, "")
        ledger.write_audit(session, about, "line_resumed", SERVICE, {"waiting": waiting})
    click.echo(f"将重新报送 {waiting} 条 · {waiting} entries will be sent")


@command.command("witness")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_settings.configured
def witness(config: Config, folder: Path) -> None:
    """写出所见证的检查点 · Write the checkpoints that are kept here of others' ledgers, for the verifier.

    每个账本一个文件，放在它所属节点的目录里；用 rongcuo ledger verify --witness 核对其导出。
    A file for each ledger, in a folder of the node that signed it: `rongcuo ledger verify EXPORT --witness
    FILE`. What a node keeps of itself is what the hub sent back, so it is worth nothing against that node.
    """
    notes: dict[Path, list[str]] = {}
    for whose, origin, note in _witnessed(config):
        notes.setdefault(folder / whose / f"{origin.replace('/', '-')}.txt", []).append(note)
    for file, kept in notes.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(kept), "utf-8")
        click.echo(f"{file}: {len(kept)}")
    if not notes:
        raise click.ClickException(NO_WITNESS)


def _witnessed(config: Config) -> list[tuple[str, str, str]]:
    """Whose, of which ledger, and the note."""
    if config.is_hub:
        from services.province.storage import ProvinceStorage
        with _session(config, HUB) as session:
            return ProvinceStorage(session).every_witness()
    from services.county.storage import CountyStorage
    with _session(config) as session:
        return CountyStorage(session).every_witness()


@contextmanager
def _session(config: Config, service: str = SERVICE) -> Iterator[Session]:
    databases(config, service)
    with closing(open_database(service, config, visiting=True)) as database:
        ensure_tables(database, service, metadata(service), upgrade=False)
        with database.writing() as session, session.begin():
            yield session
