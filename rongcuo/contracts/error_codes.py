"""The catalogue of stable error codes: `error_codes.toml` beside this file, and those that a service ships.

A code of `services/NAME/error_codes.toml` begins with `NAME.`; nothing of the service is imported for it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """One code's meaning. `status` is the HTTP status the gateway answers with; `field`, the form's, if it is
    about one."""

    status: int
    zh: str
    en: str
    field: str = ""


def _read(file: Path) -> dict[str, ErrorKind]:
    return {code: ErrorKind(**entry) for code, entry in tomllib.loads(file.read_text("utf-8")).items()}


def _own(file: Path) -> dict[str, ErrorKind]:
    """Those of the service in whose folder the file is. Raises ValueError for a code that names another."""
    codes = _read(file)
    if foreign := [code for code in codes if not code.startswith(f"{file.parent.name}.")]:
        raise ValueError(f"{file}: not codes of its own: {', '.join(foreign)}")
    return codes


OWN = sorted((Path(__file__).parents[2] / "services").glob("*/error_codes.toml"))
CATALOGUE: Mapping[str, ErrorKind] = _read(Path(__file__).with_suffix(".toml")) | {
    code: kind for file in OWN for code, kind in _own(file).items()}
UNEXPECTED = CATALOGUE["unexpected"]
