"""`rongcuo health`: asks every process of this deployment."""

import json
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import click

from rongcuo.commands import _settings
from rongcuo.commands._services import here
from services import health_port

PATIENCE = 1.0


@click.command("health")
@_settings.option
@click.pass_context
def command(ctx: click.Context, config_file: Path | None) -> None:
    """各服务的健康状况 · How the services of this machine are. Exits with 1 where one is not well."""
    from rongcuo.chassis.hosting.health import is_well, words_of  # nameko is loaded for this command only
    config = _settings.settings(config_file)
    names = here(config)
    found: dict[str, Any] = {}
    for name in names:
        found |= _asked(health_port(name, config.health_port_base))
    for name in names:
        click.echo(f"{name:14} {json.dumps(found.get(name, '没有运行 not running'), ensure_ascii=False)}")
    well = set(names) <= set(found) and all(map(is_well, found.values()))
    for told in words_of(found):     # nobody reads figures at three in the morning
        click.echo(f"{told['zh']} · {told['en']}")
    click.echo("都正常 · All is well" if well else "有服务不能工作 · Something can't work")
    ctx.exit(0 if well else 1)


def _asked(port: int) -> dict[str, Any]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/health")
        services: dict[str, Any] = json.loads(connection.getresponse().read())["services"]
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return {}
    finally:
        connection.close()
    return services
