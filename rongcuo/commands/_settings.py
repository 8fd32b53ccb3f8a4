"""The configuration a command works with."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
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
    if not mode_is_named(config_file):
        config = replace(config, mode=DEMONSTRATION)
    if config.mode == DEMONSTRATION and not config.time_file:
        config = replace(config, time_file=config.data_dir / "time.json")
    return config


def configured(act: Callable[..., None]) -> Callable[..., None]:
    """A command that is given its configuration first."""
    @option
    @wraps(act)
    def run(config_file: Path | None, **rest: Any) -> None:
        act(settings(config_file), **rest)
    return run


def mode_is_named(config_file: Path | None) -> bool:
    """Whether somebody chose the mode: by a settings file, or in the environment."""
    return config_file is not None or FILE_VARIABLE in os.environ or f"{PREFIX}MODE" in os.environ
