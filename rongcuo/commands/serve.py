"""`rongcuo serve`: some services, as one process of a deployment."""

from pathlib import Path

import click

from rongcuo.chassis import runner
from rongcuo.commands import _settings
from rongcuo.commands._services import NAMES, all_services, service_class


@click.command("serve")
@click.argument("services", nargs=-1, required=True, type=click.Choice(NAMES))
@_settings.option
def command(services: tuple[str, ...], config_file: Path | None) -> None:
    """启动所列服务 · Serve some services in this process. The first one gives the health port."""
    config = _settings.settings(config_file)
    port = config.health_port_base + NAMES.index(services[0])
    runner.run([service_class(name) for name in dict.fromkeys(services)], config, known=all_services(),
               health_port=port)
