"""`rongcuo calendar`: next year's working days."""

from pathlib import Path

import click

from rongcuo.chassis.config import Config
from rongcuo.commands import _settings
from rongcuo.policy.calendar_store import CalendarStore


@click.group("calendar")
def command() -> None:
    """工作日历 · Working-day calendars."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_settings.configured
def import_file(config: Config, file: Path) -> None:
    """导入一年的日历 · Check one year's calendar and put it into force. Running services see it at once."""
    if config.calendar_dir is None:
        raise click.ClickException("没有设定 calendar_dir · The setting calendar_dir names no folder")
    if not config.calendar_dir.is_dir():
        config.calendar_dir.mkdir(parents=True)
        config.calendar_dir.chmod(0o755)    # nothing in it is secret, and services may run as another user
    year = CalendarStore(config.calendar_dir).import_year(file)
    place = year.division or "全国 nationwide"
    told = "替换了原有版本 replaces an edition known before" if year.replaced else "新的一年 a new year"
    click.echo(f"{year.year} {place}（{told}）: {year.holidays} 天放假 days off, "
               f"{year.workdays} 天调休上班 adjusted workdays")
    click.echo(f"以下时限将随之移动：{place} 在 {year.year} 年到期的未结事项\n"
               f"What will move: the due dates in {year.year} of all matters still open there.")
