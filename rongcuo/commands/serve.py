"""`rongcuo serve`: some services, as one process of a deployment."""

from pathlib import Path

import click

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.hosting import host
from rongcuo.chassis.starting import Wanted, require_start
from rongcuo.commands import _settings
from rongcuo.commands._services import here
from services import EVERY, all_services, health_port


@click.command("serve")
@click.argument("services", nargs=-1, required=True, type=click.Choice(EVERY))
@_settings.option
def command(services: tuple[str, ...], config_file: Path | None) -> None:
    """启动所列服务 · Serve some services in this process. The first one gives the health port."""
    config = _settings.settings(config_file)
    names, base = here(config, *dict.fromkeys(services)), config.health_port_base
    health = health_port(services[0], base)
    ports = [Wanted("RONGCUO_HEALTH_PORT_BASE", config.health_host, base, beyond=health - base)]
    if "gateway" in services:
        ports.append(Wanted("RONGCUO_HTTP_PORT", config.http_host, config.http_port))
    require_start(config, ports, f"rongcuo serve {' '.join(services)}",
                  mode_named=_settings.mode_is_named(config_file))
    host.run(all_services(names), config, known=all_services(here(config)),
               health_port=health, log_file=config.log_file, failed=_tell)


def _tell(fault: BaseException | None) -> None:
    if isinstance(fault, StartRefused):
        click.echo(str(fault), err=True)
