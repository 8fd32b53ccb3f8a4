"""`rongcuo time`: the clock of the demonstration and of tests."""

from datetime import datetime

import click
from marshmallow import ValidationError

from rongcuo.chassis.config import Config
from rongcuo.chassis.time_source import SHANGHAI, time_source
from rongcuo.commands import _settings
from rongcuo.contracts.moments import within_years


@click.group("time")
def command() -> None:
    """平台时间 · The platform's clock."""


@command.command("show")
@_settings.configured
def show(config: Config) -> None:
    """显示平台时间 · What time it is for the platform."""
    click.echo(time_source(config).now().isoformat(timespec="seconds"))


@command.command("set")
@click.argument("moment", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S",
                                               "%Y-%m-%dT%H:%M:%S%z"]))
@_settings.configured
def set_time(config: Config, moment: datetime) -> None:
    """设定平台时间，仅限演示和测试 · Set it; in the demonstration and in tests only."""
    instant = moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
    try:
        within_years(instant)
    except ValidationError as error:
        raise click.BadParameter(f"年份不在平台所用的范围内 · The year {error.messages[0]}") from None
    time_source(config).set(instant)
    click.echo(f"平台时间 · The platform's time: {instant.isoformat()}")
