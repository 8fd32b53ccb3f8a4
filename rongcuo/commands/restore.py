"""`rongcuo restore`: a backup to where nothing is yet; then what the node still needs."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from rongcuo.chassis.backup import Restored, restore
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import DatabaseInUse, open_database
from rongcuo.chassis.ledger.export import export
from rongcuo.chassis.ledger.ledger import Ledger
from rongcuo.chassis.starting import require_alone
from rongcuo.chassis.starting.folder import require_room
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _progress, _settings
from rongcuo.commands._services import databases
from rongcuo.commands.ledger import VERIFIER
from rongcuo.commands.vault import tell_lacking
from services import metadata
from services.vault.strongroom.lacking import await_keys

BROKEN = "账本核验没有通过，请保留现场 · The ledger does not verify; keep everything as it is"


@click.command("restore")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--unsigned", is_flag=True, help="也接受没有签名的备份 · also a backup without a signature")
@_settings.configured
def command(config: Config, folder: Path, unsigned: bool) -> None:
    """把备份恢复到空的地方 · Bring a backup to where nothing is yet, and verify its ledgers.

    先全部检查，有一处不符就什么都不改。消息队列也须是空的。
    Everything is looked at first; where anything is wrong, nothing is changed. The broker has to be empty.
    """
    require_room(config.data_dir)
    require_alone(config.data_dir)
    try:
        with _progress.shown() as tell:
            done = restore(config, {name: metadata(name) for name in databases(config)}, folder, tell,
                           unsigned=unsigned)
    except DatabaseInUse as error:
        raise click.ClickException(str(error)) from None
    _tell(done)
    broken = [name for name in done.manifest.databases if not _verified(config, name, done)]
    if "vault" in done.manifest.databases and tell_lacking(config).salt:
        await_keys(config)
    if broken:
        raise click.ClickException(f"{', '.join(broken)}: {BROKEN}")


def _tell(done: Restored) -> None:
    click.echo(f"已恢复到 {done.manifest.at.isoformat(timespec='seconds')} 的状态；那以后的不在其中，"
               "须请经办人补办 · Restored as of then; what came later is not in it and has to be done again")
    click.echo(f"将重发 {sum(done.to_hear.values())} 个事件，已处理过的不会重复生效 · "
               f"{sum(done.to_hear.values())} events are sent again; each takes effect once")
    for setting, names in done.to_bring.items():
        click.echo(f"请把密钥放回 {setting} · Bring the keys of {setting}: {', '.join(names)}")


def _verified(config: Config, name: str, done: Restored) -> bool:
    """By the outside verifier, against the checkpoint that the backup was made with."""
    note = done.manifest.databases[name].checkpoint
    if not note:
        click.echo(f"{name:14} 账本没有检查点 · its ledger has no checkpoint")
        return True
    with TemporaryDirectory() as folder, closing(open_database(name, config)) as database:
        file, witness = Path(folder) / "export", Path(folder) / "witness"
        witness.write_text(note, "utf-8")
        with file.open("w", encoding="utf-8") as out:
            export(Ledger(database, name, config, time_source(config)), out)
        asked = subprocess.run([sys.executable, str(VERIFIER), str(file), "--witness", str(witness)],
                               capture_output=True, text=True, check=False)
    said = asked.stdout.strip() or asked.stderr.strip()
    click.echo(f"{name:14} {said.splitlines()[-1] if said else ''}")
    return asked.returncode == 0
