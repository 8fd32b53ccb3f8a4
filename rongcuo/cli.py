"""The command line. Each command is a module of `rongcuo.commands` with a click command named `command`."""

import os
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click

from rongcuo import commands
from rongcuo.chassis.config import ConfigError, StartRefused
from rongcuo.contracts.errors import CaseError

NOT_FOR_OTHERS = 0o077


class _Commands(click.Group):
    """Loads a command's module only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__)
                      if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"rongcuo.commands.{name.replace('-', '_')}").command
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CaseError as refusal:
            click.echo(f"{refusal.text.zh}\n{refusal.text.en}\n({refusal})", err=True)
        except StartRefused as refusal:
            click.echo(str(refusal), err=True)
        except ConfigError as error:
            click.echo(f"配置有误 · The configuration is wrong: {error}", err=True)
        return ctx.exit(1)


@click.group(cls=_Commands)
@click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="YAML file with the settings; RONGCUO_… variables go over it")
@click.pass_context
def main(ctx: click.Context, config: Path | None) -> None:
    """容错纠错备案与审查平台 · Rongcuo"""
    os.umask(NOT_FOR_OTHERS)   # databases, keys, files, exports: for our own user only
    ctx.obj = config


if __name__ == "__main__":
    os.execv(sys.executable, [sys.executable, "-m", "rongcuo", *sys.argv[1:]])  # noqa: S606
