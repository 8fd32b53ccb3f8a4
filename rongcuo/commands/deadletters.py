"""`rongcuo deadletters`: what a service could not work on. Works on the databases; nothing need run."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import wraps
from typing import Any

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.dead_letters.store import DeadLetter, DeadLetters, DeadLetterState
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings
from rongcuo.commands._services import databases, has_database
from rongcuo.contracts.actor import OPERATOR

EXCERPT = 2_000


@click.group("deadletters")
def command() -> None:
    """死信：查看、重发、丢弃 · Dead letters: list, show, send again, discard.

    账本只写明由 operator 决定，不写系统账户名。
    The ledger says that `operator` decided, not from which account of the machine.
    """


@contextmanager
def _letters(config: Config, service: str) -> Iterator[DeadLetters]:
    if not has_database(config, service):
        raise click.ClickException(f"没有 {service} 的数据库 · There is no database of {service}")
    with closing(open_database(service, config, visiting=True)) as database:
        yield DeadLetters(database, service, time_source(config))


def _of_one_service(act: Callable[..., None]) -> Callable[..., None]:
    """Options every command on one letter has."""
    @click.option("--service", required=True, help="such as filing")
    @click.argument("letter_id", type=int)
    @_settings.configured
    @wraps(act)
    def run(config: Config, service: str, letter_id: int, **rest: Any) -> None:
        with _letters(config, service) as letters:
            act(letters, letter_id, **rest)
    return run


@command.command("list")
@click.option("--service", help="default: all")
@click.option("--all", "everything", is_flag=True, help="also those dealt with")
@_settings.configured
def list_letters(config: Config, service: str | None, everything: bool) -> None:
    """列出死信 · Those that wait for an operator."""
    found = False
    names = [service] if service else [name for name in databases(config) if has_database(config, name)]
    for name in names:
        with _letters(config, name) as letters:
            for letter in _pages(letters, None if everything else DeadLetterState.OPEN):
                found = True
                click.echo(_line(name, letter))
    if not names:
        raise click.ClickException(f"{config.data_dir} 里没有平台的数据 · No data of the platform there")
    if not found:
        click.echo("没有死信 · No dead letters", err=True)   # not a line of the list


def _pages(letters: DeadLetters, state: DeadLetterState | None) -> Iterator[DeadLetter]:
    cursor: str | None = None
    while True:
        page = letters.list(state, cursor)
        yield from page.rows
        cursor = page.cursor
        if not cursor:
            return


def _line(service: str, letter: DeadLetter) -> str:
    return (f"{service:14} {letter.letter_id:6} {letter.state:10} {letter.first_at:%Y-%m-%d %H:%M:%S}  "
            f"{letter.type_name or '-'}  {letter.subject or '-'}#{letter.sequence}  {letter.reason_code}  "
            f"({letter.attempts}×)")


@command.command("show")
@_of_one_service
def show(letters: DeadLetters, letter_id: int) -> None:
    """查看一条死信 · All of one letter, with the beginning of its body."""
    letter = letters.show(letter_id)
    for name in DeadLetter.__dataclass_fields__:
        if name not in ("body", "headers"):
            click.echo(f"{name:15} {getattr(letter, name)}")
    body = letter.body[:EXCERPT].decode("utf-8", "backslashreplace")
    click.echo(f"{'body':15} {len(letter.body)} bytes\n{body}")


@command.command("resend")
@_of_one_service
def resend(letters: DeadLetters, letter_id: int) -> None:
    """重发 · Have it sent again, with those that only waited for it. The running service does it."""
    letters.ask_resend(letter_id, OPERATOR)
    click.echo("将由该服务重新发送 · The service will send it again")


@command.command("discard")
@click.option("--reason", required=True, help="kept with the letter; the ledger tells only the discarding")
@_of_one_service
def discard(letters: DeadLetters, letter_id: int, reason: str) -> None:
    """丢弃并写明理由 · Give it up for good, with the reason."""
    letters.discard(letter_id, OPERATOR, reason)
    click.echo("已丢弃 · Discarded")
