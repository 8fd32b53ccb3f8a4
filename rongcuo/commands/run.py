"""`rongcuo run`: the whole platform in one process. It says where it is and how to begin, no more."""

from pathlib import Path

import click
import eventlet

from rongcuo.chassis.config import PRODUCTION, Config, StartRefused
from rongcuo.chassis.hosting import host
from rongcuo.chassis.starting import Wanted, require_alone, require_start
from rongcuo.commands import _examples, _settings
from rongcuo.commands._services import bring_what_was_split, here
from services import all_services


@click.command("run")
@click.option("--verbose", is_flag=True, help="日志也显示在终端 · show the log on the terminal, too")
@_settings.option
def command(config_file: Path | None, verbose: bool) -> None:
    """在一个进程里启动整个平台 · The whole platform in one process."""
    config = _settings.settings(config_file)
    require_start(config, [Wanted("RONGCUO_HTTP_PORT", config.http_host, config.http_port),
                           Wanted("RONGCUO_HEALTH_PORT_BASE", config.health_host, config.health_port_base)],
                  "make run", mode_named=_settings.mode_is_named(config_file))
    require_alone(config.data_dir)
    bring_what_was_split(config)
    _examples.prepare(config)
    file = config.log_file or config.data_dir / "log"
    host.run(all_services(here(config)), config, ready=lambda: _welcome(config, file), log_file=file,
               verbose=verbose,
               held_up=lambda words: click.echo("\n".join(("还没有就绪 · Not ready yet:", *words))),
               failed=lambda fault: _tell(fault, file))


def _welcome(config: Config, file: Path) -> None:
    click.echo(f"\n平台已启动 · The platform runs at http://{config.http_host}:{config.http_port}")
    if config.mode != PRODUCTION:
        _tell_accounts()
    click.echo(f"日志 · Log: {file}\n按 Ctrl-C 停止 · Ctrl-C stops it\n")
    eventlet.spawn(_examples.load, config)


def _tell_accounts() -> None:
    from services.identity import demonstration  # the demonstration's data is read only for itself
    first, *_ = begin_with = demonstration.begin_with()
    click.echo(f"先用 {first.username} 登录，口令都是 {demonstration.password()} · "
               f"Sign in as {first.username} first; each password is {demonstration.password()}")
    for person in begin_with:
        click.echo(f"  {person.username:18} {person.name}（{person.unit}）：{person.task} · "
                   f"{person.task_in_english}")


def _tell(fault: BaseException | None, file: Path) -> None:
    """What ended the platform, on the terminal."""
    click.echo(str(fault) if isinstance(fault, StartRefused) else
               f"平台停止了：{type(fault).__name__}，详见日志 {file} · "
               f"The platform has stopped: {type(fault).__name__}; see the log {file}")
