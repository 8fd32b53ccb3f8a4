"""`rongcuo ledger`: keys, checkpoints, exports and proofs. Works on the databases; nothing need run."""

import json
import runpy
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.errors import TRANSIENT
from rongcuo.chassis.ledger.export import export
from rongcuo.chassis.ledger.ledger import Ledger, key_ring, origin_of
from rongcuo.chassis.ledger.signed_note import vkey
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings
from rongcuo.commands._services import databases
from rongcuo.contracts.actor import OPERATOR
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingSubmitted
from rongcuo.contracts.serialisation import dump
from services import EVERY, metadata, with_database

VERIFIER = Path(__file__).parents[2] / "tools" / "verify_ledger.py"
SUBMITTED = f"{FilingSubmitted.source}.{FilingSubmitted.kind}.v"
NOTHING = "无可签署或没有密钥 · nothing to sign, or no key"
UNTOLD = ("尚未写明密钥，请稍后运行 rongcuo ledger keys announce · "
          "not told of the keys yet: run `rongcuo ledger keys announce` in a while")
_service = click.option("--service", required=True, type=click.Choice(with_database(EVERY)))


@click.group("ledger")
def command() -> None:
    """账本：密钥、检查点、导出、证明 · The ledger: keys, checkpoints, exports, proofs."""


@command.group("keys")
def keys() -> None:
    """签名密钥 · Signing keys.

    账本只写明由 operator 操作，不写系统账户名。
    The ledger says that `operator` did it, not from which account of the machine.
    """


@contextmanager
def _ledger(config: Config, service: str) -> Iterator[Ledger]:
    databases(config, service)
    with closing(open_database(service, config, visiting=True)) as database:
        ensure_tables(database, service, metadata(service), upgrade=False)
        yield Ledger(database, service, config, time_source(config))


@keys.command("new")
@_settings.configured
def new(config: Config) -> None:
    """生成第一把密钥 · Make the first key. Publish what is printed."""
    key_ring(config).make(time_source(config).now())
    _print_keys(config)
    _announce(config)


@keys.command("rotate")
@_settings.configured
def rotate(config: Config) -> None:
    """更换密钥：旧密钥签署新密钥后销毁 · The next key, signed by the old one, which is destroyed then."""
    key_ring(config).rotate(time_source(config).now())
    _print_keys(config)
    _announce(config)


@keys.command("announce")
@_settings.configured
def announce(config: Config) -> None:
    """中断后补记：清除残留，写明密钥 · After an interruption: clear up, and tell the ledgers the rest."""
    _announce(config)


@keys.command("list")
@_settings.configured
def list_keys(config: Config) -> None:
    """列出公钥（vkey） · The public keys, oldest first, as a verifier takes them."""
    _print_keys(config)


def _print_keys(config: Config) -> None:
    for key in key_ring(config).known():
        click.echo(f"{key.fingerprint}  {key.since:%Y-%m-%d %H:%M}")
        for service in databases(config):
            click.echo(f"  {vkey(origin_of(config, service), key.public)}")


def _announce(config: Config) -> None:
    """A busy ledger keeps none of the others from being told."""
    key_ring(config).clear()
    untold = [service for service in databases(config) if not _told(config, service)]
    if untold:
        raise click.ClickException(f"{', '.join(untold)}: {UNTOLD}")


def _told(config: Config, service: str) -> bool:
    try:
        with _ledger(config, service) as ledger:
            ledger.announce(OPERATOR)
    except CaseError as fault:
        if fault.code not in TRANSIENT:
            raise
        return False
    return True


@command.command("checkpoint")
@click.option("--service", type=click.Choice(with_database(EVERY)), help="default: all")
@_settings.configured
def checkpoint(config: Config, service: str | None) -> None:
    """签署检查点并显示 · Sign and show the newest checkpoint: what a witness keeps.

    用 --service 时输出即签名文本，可直接存档；没有检查点时退出码为 1。
    With --service it is the signed note, byte for byte. Exit status 1 where there is none.
    """
    names = databases(config, *filter(None, [service]))
    sealed = {name: _seal(config, name) for name in names}
    click.echo("\n".join(note for note in sealed.values() if note), nl=False)
    if lacking := ", ".join(name for name, note in sealed.items() if not note):
        raise click.ClickException(f"{lacking}: {NOTHING}")


def _seal(config: Config, service: str) -> str | None:
    with _ledger(config, service) as ledger:
        ledger.number()
        return ledger.seal()


@command.command("export")
@_service
@click.option("--to", "file", required=True, type=click.Path(dir_okay=False, path_type=Path))
@_settings.configured
def export_file(config: Config, service: str, file: Path) -> None:
    """导出账本 · Write the ledger to a file for the verifier."""
    with _ledger(config, service) as ledger, file.open("w", encoding="utf-8") as out:
        ledger.number()
        ledger.seal()
        lines = export(ledger, out)
    if not lines:
        raise click.ClickException(f"{service}: {NOTHING}")
    click.echo(f"{file}: {lines} 行 lines")


@command.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", "pinned", multiple=True, help="a public key (vkey) you trust")
@click.option("--witness", multiple=True, help="file with a checkpoint that somebody kept")
def verify(file: Path, pinned: tuple[str, ...], witness: tuple[str, ...]) -> None:
    """用独立的核验程序核验文件 · Check a file with the independent verifier, tools/verify_ledger.py."""
    options = [word for flag, values in (("--key", pinned), ("--witness", witness))
               for value in values for word in (flag, value)]
    sys.argv = [str(VERIFIER), str(file), *options]
    runpy.run_path(str(VERIFIER), run_name="__main__")


@command.command("proof")
@_service
@click.option("--filing", "filing_id", help="its submission")
@click.option("--line", type=int, help="the line with this number")
@click.option("--growth", nargs=2, type=int, help="from the checkpoint of so many lines to that of so many")
@_settings.configured
def proof(config: Config, service: str, filing_id: str | None, line: int | None,
          growth: tuple[int, int] | None) -> None:
    """给出证明（JSON） · A proof for the verifier, as JSON."""
    if sum(given is not None for given in (filing_id, line, growth)) != 1:
        raise click.UsageError("--filing, --line 或 --growth 之一 · one of --filing, --line, --growth")
    with _ledger(config, service) as ledger:
        found: Any = ledger.growth(*growth) if growth else \
            ledger.proof(filing_id, SUBMITTED) if filing_id else ledger.proof_of_line(line or 0)
    if found is None:
        raise click.ClickException("还没有检查点覆盖它 · no checkpoint covers it")
    click.echo(json.dumps(dump(found), ensure_ascii=False, indent=1))
