"""`rongcuo node`: the line between nodes."""

import click

from rongcuo.commands import _hub


@click.group("node")
def command() -> None:
    """专线：登记、撤销、恢复、发布 · The line between nodes: who is taken in, goes on, gets which rules."""


for each in (_hub.register, _hub.revoke, _hub.let_go_on, _hub.publish):
    command.add_command(each)
