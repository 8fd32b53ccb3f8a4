"""How far the examples are that a demonstration begins with: a word in the data folder, for every process."""

from pathlib import Path

from rongcuo.chassis.files.whole_file import write_whole

LOADING, LOADED, INCOMPLETE = "loading", "loaded", "incomplete"


class Examples:
    """The word is empty where none were asked for."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / "examples"

    @property
    def state(self) -> str:
        """`loading` also where a start was interrupted: the next one goes on."""
        try:
            return self._file.read_text("ascii").strip()
        except FileNotFoundError:
            return ""

    def note(self, state: str) -> None:
        """From now on it is this."""
        write_whole(self._file, f"{state}\n".encode("ascii"), 0o600)
