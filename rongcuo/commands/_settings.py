"""The configuration a command works with."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from rongcuo.chassis.config import DEMONSTRATION, FILE_VARIABLE, PREFIX, Config, load_config


def _take(ctx: click.Context, _option: click.Parameter, given: Path | None) -> Path | None:
    return given or ctx.find_root().obj


option = click.option("--config", "config_file", callback=_take, help="YAML file with the settings",
                      type=click.Path(exists=True, dir_okay=False, path_type=Path))


def settings(config_file: Path | None) -> Config:
    """What the file and the environment say. Where nobody says anything, it is the demonstration."""
    config = load_config(config_file, os.environ)
    if config_file is None and FILE_VARIABLE not in os.environ and f"{PREFIX}MODE" not in os.environ:
        return replace(config, mode=DEMONSTRATION, **_time_file(config))
    return config


def _time_file(config: Config) -> dict[str, Any]:
    return {} if config.time_file else {"time_file": config.data_dir / "time.json"}
