"""The catalogue of stable error codes, read from `error_codes.toml` beside this file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """One code's meaning. `status` is the HTTP status the gateway answers with."""

    status: int
    zh: str
    en: str


def _read(file: Path) -> dict[str, ErrorKind]:
    return {code: ErrorKind(**entry) for code, entry in tomllib.loads(file.read_text("utf-8")).items()}


CATALOGUE: Mapping[str, ErrorKind] = _read(Path(__file__).with_suffix(".toml"))
UNEXPECTED = CATALOGUE["unexpected"]
