"""`rongcuo vault`: the keys of the custodian groups. Works on the database, beside the service.

What is printed here is secret and printed once: cards for each custodian's own hands, shares of recovery for
five places apart. Nothing of it is kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import Any, TypeVar
from uuid import uuid4

import click

from rongcuo.chassis.config import DEMONSTRATION, TEST, Config
from rongcuo.chassis.database import Database, open_database
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Command, Invocation
from rongcuo.chassis.unit_of_work.transaction import alone
from rongcuo.commands import _settings
from rongcuo.contracts.actor import OPERATOR
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.sealing.algorithms import PROFILES
from rongcuo.sealing.errors import Mistyped
from rongcuo.sealing.groups import Made
from rongcuo.sealing.paper import Card, Share
from services.vault.storage import VaultStorage
from services.vault.strongroom import strongroom_of
from services.vault.strongroom.lacking import Lacking
from services.vault.strongroom.lacking import lacking as keys_lacking
from services.vault.usecases import custody

T = TypeVar("T")
GROUPS = {"甲": Group.A, "乙": Group.B, "a": Group.A, "b": Group.B}
CALLED = {Group.A: "甲组 group a", Group.B: "乙组 group b"}
SHARES = 3
NOBODY_REAL = frozenset({DEMONSTRATION, TEST})     # where nobody is who they are called
# The truth of cards that were: what they opened is in every copy of the database that was made before.
AFTER_RECOVERY = (
    "旧卡在本系统里不再有用，但凭旧卡和此前的数据库备份仍能取出这一组的密钥。"
    "旧卡可能被人看见的，请接着用 rongcuo vault rotate 更换整组密钥。\n"
    "The card before is of no use here any more, but with a backup of the database of before it still gives "
    "this group's key. Where somebody may have seen it, go on with `rongcuo vault rotate`.")
AFTER_ROTATION = (
    "旧卡打不开现在和今后的；此前的数据库备份里，旧卡仍能打开本组的那一份。"
    "请收回旧卡，按期销毁旧的数据库备份和保管目录备份。\n"
    "The cards before open nothing of what is here or comes; in backups of before they still open this "
    "group's share. Collect the cards, and destroy old backups of the database and of the vault's folder.")
LACKS_SHARES = (
    "{0} 份（共 {1} 份）举报人信息缺本节点的密钥份额，打不开。请把另行保管的密钥份额放回 {2}\n"
    "{0} of {1} sealed parts lack the node's share and can't be opened: bring the shares, kept apart, to {2}")
LACKS_SALT = (
    "查询码的盐不在，举报人现在用不了查询码。请把 codes.salt 放回 {0}（不会另生成）\n"
    "The query codes' salt is not there, so no reporter's code works: bring codes.salt to {0}; "
    "none is made anew")
_organ = click.argument("organ_id")
_group = click.argument("group", callback=lambda _ctx, _option, given: GROUPS[given],
                        type=click.Choice(list(GROUPS)))


@click.group("vault")
def command() -> None:
    """保管：密钥仪式、补卡、更换、销毁 · The reporter's wall: ceremony, recovery, rotation, destruction."""


@command.command("ceremony")
@_organ
@_group
@click.argument("custodians", nargs=-1, required=True)
@_settings.configured
def ceremony(config: Config, organ_id: str, group: Group, custodians: tuple[str, ...]) -> None:
    """首次密钥仪式 · A group's first key, for these custodians (their officer ids).

    打印保管卡（每人一张）和五份恢复份额；只显示这一次，系统不留存。
    Prints a card each and five shares of recovery; once, and nothing of it is kept.
    """
    made = custody.made(group, custodians, PROFILES[config.sealing_profile])
    _print(made)
    with _database(config) as database:
        _step(config, database, partial(_hold, organ_id, made))


@command.command("recover")
@_organ
@_group
@click.argument("custodian")
@_settings.configured
def recover(config: Config, organ_id: str, group: Group, custodian: str) -> None:
    """凭三份恢复份额补卡 · A new card for a custodian, by three shares of five."""
    shares = [_typed_share(number) for number in range(1, SHARES + 1)]
    with _database(config) as database:
        card = _step(config, database, lambda unit, now: custody.new_card(
            unit, organ_id, group, custodian, shares, now))
    click.echo(f"{custodian}  {card}\n{AFTER_RECOVERY}")


@command.command("rotate")
@_organ
@_group
@click.argument("custodians", nargs=-1)
@click.option("--holder", required=True, help="whose card of the present key is typed")
@_settings.configured
def rotate(config: Config, organ_id: str, group: Group, custodians: tuple[str, ...], holder: str) -> None:
    """更换一组的密钥 · A group's next key; all shares are boxed to it. Killed, it goes on when run again.

    继续未完成的更换时不写保管人。To go on with one, name no custodians.
    """
    card = _typed_card()
    with _database(config) as database:
        if custodians:
            made = custody.made(group, custodians, PROFILES[config.sealing_profile])
            _print(made)
            _step(config, database, lambda unit, now: custody.begin_rotation(
                unit, organ_id, made, holder, card, now))
        done = 0
        while some := _step(config, database, lambda unit, now: custody.rebox_some(
                unit, organ_id, group, holder, card, now)):
            done += some
            click.echo(f"已换 {done} 份 · {done} shares boxed anew")
    click.echo(f"更换完成 · Done.\n{AFTER_ROTATION}")


@command.command("shred")
@click.argument("reporter_ref")
@_settings.configured
def shred(config: Config, reporter_ref: str) -> None:
    """保存期满后销毁 · Destroy who somebody was, after retention, as the service does by itself."""
    keys = strongroom_of(config).keys
    with _database(config) as database:
        _step(config, database, lambda unit, now: custody.destroy(unit, keys, reporter_ref, now))
    click.echo(f"{reporter_ref} 已销毁 destroyed")


@command.command("lacking")
@_settings.configured
@click.pass_context
def lacking(ctx: click.Context, config: Config) -> None:
    """恢复以后还缺哪些密钥 · After a restore: which keys have still to be brought. Exits with 1 where any."""
    ctx.exit(1 if tell_lacking(config).anything else 0)


def tell_lacking(config: Config) -> Lacking:
    """Say what no backup holds and the vault can't do without."""
    with _database(config) as database, database.reading() as session:
        storage = VaultStorage(session)
        found = keys_lacking(config, storage.all_parts(), storage.has_codes())
    if found.shares:
        click.echo(LACKS_SHARES.format(found.shares, found.parts, config.share_folder))
    if found.salt:
        click.echo(LACKS_SALT.format(config.vault_folder))
    if not found.anything:
        click.echo("保管：密钥齐全 · vault lacks no key")
    return found


@contextmanager
def _database(config: Config) -> Iterator[Database]:
    with closing(open_database("vault", config, visiting=True)) as database:
        yield database


def _step(config: Config, database: Database, step: Callable[[Any, Any], T]) -> T:
    """One transaction, with its ledger lines."""
    now = time_source(config).now()
    about = Invocation("vault", Command(uuid4().hex, ""), OPERATOR, now, uuid4().hex)
    with alone(database, VaultStorage, about) as unit:
        done = step(unit, now)
        if not unit.committed:
            unit.commit()
    return done


def hold_ceremonies(config: Config, organ_id: str, custodians: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The ceremonies of an organ that a demonstration is in need of, which nobody attends; their cards, by
    custodian. Raises PermissionError anywhere but in a demonstration and in tests: cards are for those alone
    who hold them."""
    if config.mode not in NOBODY_REAL:
        raise PermissionError(f"in mode {config.mode} a ceremony is held by people")
    cards: dict[str, str] = {}
    with _database(config) as database:
        for group, officers in custodians.items():
            made = custody.made(GROUPS[group], tuple(officers), PROFILES[config.sealing_profile])
            _step(config, database, partial(_hold, organ_id, made))
            cards |= {officer_id: str(card) for officer_id, card in made.cards.items()}
    return cards


def _hold(organ_id: str, made: Made, unit: Any, now: Any) -> None:
    custody.hold_ceremony(unit, organ_id, made, now)


def _print(made: Made) -> None:
    """Before the key is in use: what is lost with the screen would be lost for good."""
    click.echo(f"{CALLED[made.key.group]} 指纹 fingerprint {made.key.key_id} {made.key.algorithm}\n\n"
               "保管卡（交本人，不得拍照） · Cards, for each custodian's own hands:")
    for custodian, card in made.cards.items():
        click.echo(f"  {custodian:24} {card}")
    click.echo("\n恢复份额（任意三份可补卡，分开存放） · Shares of recovery, any three, kept apart:")
    for share in made.shares:
        click.echo(f"  {share}")
    click.confirm("\n都已抄好？确认后启用 · All written down? Then it is taken into use", abort=True)


def _typed_card() -> Card:
    return _read("保管卡 card", Card.read, "vault.card_mistyped")


def _typed_share(number: int) -> Share:
    return _read(f"第 {number} 份 share {number}", Share.read, "vault.card_mistyped")


def _read(label: str, read: Callable[[str], T], refusal: str) -> T:
    """Not shown while it is typed."""
    try:
        return read(click.prompt(label, hide_input=True))
    except Mistyped:
        raise CaseError(refusal) from None
