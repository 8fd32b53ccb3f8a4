"""`rongcuo backup`: everything of one moment into a folder, while the services go on."""

from pathlib import Path

import click

from rongcuo.chassis.backup import back_up
from rongcuo.chassis.config import Config
from rongcuo.commands import _progress, _settings
from rongcuo.commands._services import databases
from services import metadata

UNSIGNED = ("没有签名：账本还没有密钥（rongcuo ledger keys new），看不出备份是否被改动过 · "
            "Not signed, for the ledger has no key yet: nobody can tell whether this backup was changed")


@click.command("backup")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_settings.configured
def command(config: Config, folder: Path) -> None:
    """备份到空目录 · A backup into an empty folder: databases, files, ledgers, all of one moment.

    各服务可以照常运行。私钥和举报人保管密钥都不在备份里，须另行保管。
    The services may go on. No private key is in it, of the reporters' wall least of all: keep those apart.
    """
    with _progress.shown() as tell:
        made, signed = back_up(config, {name: metadata(name) for name in databases(config)}, folder, tell)
    size = sum(file.size for file in made.files.values())
    click.echo(f"{folder}: {len(made.databases)} 个数据库，{len(made.files)} 个文件，{size:,} 字节；"
               f"截至 {made.at.isoformat(timespec='seconds')}\n"
               f"{len(made.databases)} databases, {len(made.files)} files, {size:,} bytes, as of then")
    if not signed:
        click.echo(UNSIGNED, err=True)
