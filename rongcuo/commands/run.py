"""`rongcuo run`: the whole platform in one process."""

from pathlib import Path

import click
import eventlet
import httpx

from rongcuo.chassis import runner
from rongcuo.chassis.config import DEMONSTRATION, PRODUCTION, Config
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings
from rongcuo.commands._services import all_services
from rongcuo.policy.rules import Rules


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
    if config.mode == DEMONSTRATION and config.demonstration_data:
        eventlet.spawn(_load_county, config)
    click.echo("按 Ctrl-C 停止 · Ctrl-C stops it\n")


def _load_county(config: Config) -> None:
    from scenarios import county, platform
    from services.identity import demonstration
    address = f"http://{config.http_host}:{config.http_port}"
    rules, today = Rules(config.calendar_dir), time_source(config).now().date()
    try:
        made = county.load_county(address, demonstration.password(), today, rules)
    except (httpx.HTTPError, platform.Refused, TimeoutError) as trouble:
        click.echo(f"演示数据没有装入 · The demonstration's filings were not loaded: {trouble}")
    else:
        click.echo(f"嵩明县 {made} 件示例报备已就绪 · {made} example filings of Songming are ready")


def _tell_accounts() -> None:
    from services.identity import demonstration  # the demonstration's data is read only for itself
    click.echo(f"演示账号 · Demonstration accounts (密码 password: {demonstration.password()})")
    for account in demonstration.accounts():
        click.echo(f"  {account.username:22} {account.name} {account.unit}（{'、'.join(account.roles)}）")
