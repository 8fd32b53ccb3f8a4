"""`rongcuo run`: the whole platform in one process."""

from pathlib import Path

import click

from rongcuo.chassis import runner
from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.commands import _settings
from rongcuo.commands._services import all_services


@click.command("run")
@_settings.option
def command(config_file: Path | None) -> None:
    """在一个进程里启动整个平台 · The whole platform in one process."""
    config = _settings.settings(config_file)
    runner.run(all_services(), config, ready=lambda: _welcome(config))


def _welcome(config: Config) -> None:
    click.echo(f"\n平台已启动 · The platform runs at http://{config.http_host}:{config.http_port}")
    if config.mode != PRODUCTION:
        _tell_accounts()
    click.echo("按 Ctrl-C 停止 · Ctrl-C stops it\n")


def _tell_accounts() -> None:
    from services.identity import demonstration  # the demonstration's data is read only for itself
    click.echo(f"演示账号 · Demonstration accounts (密码 password: {demonstration.password()})")
    for account in demonstration.accounts():
        click.echo(f"  {account.username:22} {account.name} {account.unit}（{'、'.join(account.roles)}）")
