"""`rongcuo ballots`: the keys that seal ballots until the reveal."""

import click

from rongcuo.chassis.config import Config
from rongcuo.commands import _settings


@click.group("ballots")
def command() -> None:
    """选票：封存密钥 · Ballots: the keys that seal them."""


@command.command("key")
@_settings.configured
def key(config: Config) -> None:
    """换一把新的封存密钥 · Seal with a new key from now on.

    Earlier keys stay, so that ballots sealed with them can still be opened.
    """
    from services.determination.sealing import keys_of  # loaded for this command only
    made = keys_of(config).make()
    click.echo(f"{made}（仅本用户可读 private）\n"
               "旧密钥请保留至有关表决全部开票 · Keep the earlier ones until their votes are revealed.")
