"""How far the examples are that a demonstration begins with: a word in the data folder, for every process;
and what a visitor has to know of them, such as the query code of a reporter. None of it is real."""

import json
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from rongcuo.chassis.files.whole_file import write_whole

LOADING, LOADED, INCOMPLETE = "loading", "loaded", "incomplete"
CODES, CARDS = "codes", "cards"


class Examples:
    """The word is empty where none were asked for."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / "examples"
        self._seed = data_dir / "examples.seed"
        self._handed = data_dir / "examples.handed.json"

    @property
    def state(self) -> str:
        """`loading` also where a start was interrupted: the next one goes on."""
        try:
            return self._file.read_text("ascii").strip()
        except FileNotFoundError:
            return ""

    def seed(self) -> str:
        """Random signs that are the same when an interrupted start goes on."""
        if not self._seed.exists():
            write_whole(self._seed, token_hex().encode("ascii"), 0o600)
        return self._seed.read_text("ascii")

    def note(self, state: str) -> None:
        """From now on it is this."""
        write_whole(self._file, f"{state}\n".encode("ascii"), 0o600)

    @property
    def handed(self) -> Mapping[str, Mapping[str, str]]:
        """Query codes by what was reported, and custodians' cards by who holds them."""
        try:
            told: Mapping[str, Mapping[str, str]] = json.loads(self._handed.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        return told

    def hand_out(self, codes: Mapping[str, str], cards: Mapping[str, str]) -> None:
        """To whoever looks at the door of this demonstration."""
        told = json.dumps({CODES: dict(codes), CARDS: dict(cards)}, ensure_ascii=False, indent=1)
        write_whole(self._handed, told.encode(), 0o600)
