"""`rongcuo ledger`: keys, checkpoints, exports and proofs. Works on the databases; nothing need run."""

import getpass
import json
import runpy
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import Database, open_database
from rongcuo.chassis.ledger import write_note
from rongcuo.chassis.ledger.book import Ledger, key_ring
from rongcuo.chassis.ledger.export import export
from rongcuo.chassis.ledger.keys import Key
from rongcuo.chassis.ledger.notes import base64
from rongcuo.chassis.occasions import Circumstance, Tick
from rongcuo.chassis.tables import CHASSIS
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings
from rongcuo.commands._services import WITH_DATABASE
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import FilingSubmitted
from rongcuo.contracts.message import dump

VERIFIER = Path(__file__).parents[2] / "tools" / "verify_ledger.py"
SUBMITTED = f"{FilingSubmitted.source}.{FilingSubmitted.kind}.v"
_service = click.option("--service", required=True, type=click.Choice(WITH_DATABASE))


@click.group("ledger")
def command() -> None:
    """账本：密钥、检查点、导出、证明 · The ledger: keys, checkpoints, exports, proofs."""


@command.group("keys")
def keys() -> None:
    """签名密钥 · Signing keys."""


@contextmanager
def _databases(config: Config, services: tuple[str, ...]) -> Iterator[dict[str, Database]]:
    with ExitStack() as stack:
        opened = {}
        for service in services:
            opened[service] = open_database(service, config, visiting=True)
            stack.callback(opened[service].close)
            opened[service].create(CHASSIS)
        yield opened


@contextmanager
def _ledger(config: Config, service: str) -> Iterator[Ledger]:
    with _databases(config, (service,)) as opened:
        yield Ledger(opened[service], service, config, time_source(config))


def _configured(act: Callable[..., None]) -> Callable[..., None]:
    @_settings.option
    @wraps(act)
    def run(config_file: Path | None, **rest: Any) -> None:
        act(_settings.settings(config_file), **rest)
    return run


@keys.command("new")
@_configured
def new(config: Config) -> None:
    """生成第一把密钥 · Make the first key. Publish what is printed."""
    now = time_source(config).now()
    key = key_ring(config).make(now)
    _tell_ledgers(config, "ledger.key_made", {"key": base64(key.public)})
    _print_keys(config)


@keys.command("rotate")
@_configured
def rotate(config: Config) -> None:
    """更换密钥：旧密钥签署新密钥后销毁 · The next key, signed by the old one, which is destroyed then."""
    def announce(old: Key, fresh: Key) -> None:
        _tell_ledgers(config, "ledger.key_rotated", {
            "old": base64(old.public), "key": base64(fresh.public), "endorsement": fresh.endorsement})

    key_ring(config).rotate(time_source(config).now(), announce)
    _print_keys(config)


@keys.command("list")
@_configured
def list_keys(config: Config) -> None:
    """列出公钥（vkey） · The public keys, oldest first, as a verifier takes them."""
    _print_keys(config)


def _print_keys(config: Config) -> None:
    clock = time_source(config)
    with _databases(config, WITH_DATABASE) as opened:
        books = [Ledger(database, service, config, clock) for service, database in opened.items()]
        for key in key_ring(config).known():
            click.echo(f"{key.fingerprint}  {key.since:%Y-%m-%d %H:%M}")
            for book in books:
                click.echo(f"  {book.named(key).vkey}")


def _tell_ledgers(config: Config, what: str, facts: dict[str, str | int]) -> None:
    """A line in every ledger of the node."""
    now = time_source(config).now()
    with _databases(config, WITH_DATABASE) as opened:
        for service, database in opened.items():
            about = Circumstance(service, Tick(), _operator(), now, "")
            with database.writing() as session, session.begin():
                write_note(session, about, what, service, facts)


@command.command("checkpoint")
@click.option("--service", type=click.Choice(WITH_DATABASE), help="default: all")
@_configured
def checkpoint(config: Config, service: str | None) -> None:
    """签署检查点并显示 · Sign and show the newest checkpoint: what a witness keeps."""
    for name in (service,) if service else WITH_DATABASE:
        with _ledger(config, name) as ledger:
            ledger.number()
            click.echo(ledger.seal() or f"{ledger.origin}: 无可签署或没有密钥 · nothing to sign, or no key")


@command.command("export")
@_service
@click.option("--to", "file", required=True, type=click.Path(dir_okay=False, path_type=Path))
@_configured
def export_file(config: Config, service: str, file: Path) -> None:
    """导出账本 · Write the ledger to a file for the verifier."""
    with _ledger(config, service) as ledger, file.open("w", encoding="utf-8") as out:
        ledger.number()
        ledger.seal()
        click.echo(f"{file}: {export(ledger, out)} 行 lines")


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
@_configured
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


def _operator() -> Actor:
    """Whoever has an account on this machine and may read the databases."""
    name = getpass.getuser()
    return Actor(f"operator:{name}"[:64], name, "", "", "", frozenset({Role.OPERATOR}))
