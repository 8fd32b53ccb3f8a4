"""`rongcuo broker`: what the account of each service may do on RabbitMQ, as commands for its operator."""

from shlex import join

import click

from rongcuo.chassis.hosting.host import subscriptions
from rongcuo.chassis.messaging.rights import Rights, rights_of, rights_together
from services import NAMES, all_services


@click.command("broker")
@click.option("--vhost", default="/", show_default=True)
@click.option("--account", help="几个服务合用的账户 · one account for the services that are named")
@click.argument("services", nargs=-1, type=click.Choice(NAMES))
def command(vhost: str, account: str | None, services: tuple[str, ...]) -> None:
    """列出消息代理上各服务账户的最小权限 · The least rights of each service's account on the broker.

    先建账户：rabbitmqctl add_user SERVICE（口令从标准输入读）；再运行这里列出的命令。
    一个进程里的几个服务合用一个账户：--account NAME，后面写上服务。
    Make the accounts first (`rabbitmqctl add_user SERVICE` asks for a password), then run what is printed.
    Services that one process serves share an account: `--account NAME`, then the services.
    """
    heard = subscriptions(all_services())
    if account:
        _tell(vhost, account, rights_together(services or NAMES, heard))
    else:
        for name in services or NAMES:
            _tell(vhost, name, rights_of(name, heard))


def _tell(vhost: str, account: str, rights: Rights) -> None:
    click.echo(join(["rabbitmqctl", "set_permissions", "-p", vhost, account,
                     rights.configure, rights.write, rights.read]))
    click.echo(join(["rabbitmqctl", "set_topic_permissions", "-p", vhost, account, rights.calls,
                     rights.sent_keys, rights.call_keys]))
