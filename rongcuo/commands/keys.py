"""`rongcuo keys`: the keys with which services sign their messages. Works on files; nothing need run.

`retire` and `resend` also ask the service's database to send its events again.
"""

from contextlib import closing

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.outbox.store import Outbox
from rongcuo.chassis.signing import key_folder
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings
from rongcuo.commands._services import databases, has_database, here
from services import EVERY

_service = click.argument("service", type=click.Choice(EVERY))


@click.group("keys")
def command() -> None:
    """消息签名密钥 · The keys with which services sign their messages.

    各服务首次启动时自动生成；这里列出、更换、停用。
    Each service makes its key at its first start; here they are listed, changed and retired.
    """


@command.command("list")
@_settings.configured
def list_keys(config: Config) -> None:
    """列出公钥 · The public keys, oldest first; the last of a service is in use."""
    folder = key_folder(config)
    for service in folder.services():
        *earlier, newest = folder.accepted(service)
        for key in earlier:
            click.echo(f"{service:14} {key.key_id}  {key.since:%Y-%m-%d %H:%M}  仍接受 accepted")
        click.echo(f"{service:14} {newest.key_id}  {newest.since:%Y-%m-%d %H:%M}  在用 in use")


@command.command("new")
@_service
@_settings.configured
def new(config: Config, service: str) -> None:
    """生成密钥 · Make a key before the first start, or after the private half was lost."""
    here(config, service)
    key_folder(config).make(service, time_source(config).now())
    click.echo(f"{service} {key_folder(config).accepted(service)[-1].key_id}")


@command.command("rotate")
@_service
@_settings.configured
def rotate(config: Config, service: str) -> None:
    """更换密钥 · The next key. What the one before has signed stays accepted until it is retired."""
    folder = key_folder(config)
    before = folder.rotate(service, time_source(config).now())
    click.echo(f"{service} {folder.accepted(service)[-1].key_id}\n"
               f"旧密钥 {before} 的私钥已销毁，已签的消息仍接受；在途消息和死信处理完后：\n"
               f"The private half of {before} is destroyed; what it signed is still accepted. "
               f"Once nothing of it is on its way or among the dead letters:\n"
               f"  rongcuo keys retire {service} {before}")


@command.command("retire")
@_service
@click.argument("key_id")
@_settings.configured
def retire(config: Config, service: str, key_id: str) -> None:
    """停用旧密钥 · Accept nothing more that an earlier key has signed, and have the events sent again.

    用它签过而未处理的消息会被拒绝；该服务会用新密钥重发全部事件，已处理过的不会重复生效。
    """
    key_folder(config).retire(service, key_id)
    click.echo(f"{service} {key_id} 已停用 retired")
    _send_again(config, service)


@command.command("resend")
@_service
@_settings.configured
def resend(config: Config, service: str) -> None:
    """重发全部事件 · Have all events of a service sent again, signed by the key in use.

    每个事件只生效一次。Each takes effect once: those heard before are dropped by their hearers.
    """
    _send_again(config, service)


def _send_again(config: Config, service: str) -> None:
    if service not in databases(config) or not has_database(config, service):
        return
    with closing(open_database(service, config, visiting=True)) as database:
        events = Outbox(database, time_source(config)).send_all_again()
    click.echo(f"将由该服务重新发送 {events} 个事件 · The service will send {events} events again")
