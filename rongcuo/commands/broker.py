"""`rongcuo broker`: what the account of each service may do on RabbitMQ, as commands for its operator."""

from shlex import join

import click

from rongcuo.chassis.hosting.host import subscriptions
from rongcuo.chassis.messaging.rights import rights_of
from services import NAMES, all_services


@click.command("broker")
@click.option("--vhost", default="/", show_default=True)
def command(vhost: str) -> None:
    """列出消息代理上各服务账户的最小权限 · The least rights of each service's account on the broker.

    先建账户：rabbitmqctl add_user SERVICE（口令从标准输入读）；再运行这里列出的命令。
    Make the accounts first (`rabbitmqctl add_user SERVICE` asks for a password), then run what is printed.
    """
    heard = subscriptions(all_services())
    for name in NAMES:
        rights = rights_of(name, heard)
        click.echo(join(["rabbitmqctl", "set_permissions", "-p", vhost, name,
                         rights.configure, rights.write, rights.read]))
        click.echo(join(["rabbitmqctl", "set_topic_permissions", "-p", vhost, name, rights.calls, ".*",
                         rights.call_keys]))
