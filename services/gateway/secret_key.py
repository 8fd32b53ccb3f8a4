"""The key that signs the console's session cookie: made at the first start, kept in the data folder."""

import os
from pathlib import Path
from secrets import token_hex


def kept_key(folder: Path) -> str:
    """The same for every process that shares the folder; readable by the platform's user only."""
    file = folder / "gateway.key"
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".gateway.key.{os.getpid()}"
    fresh.touch(mode=0o600)
    fresh.write_text(token_hex(32))
    try:
        os.link(fresh, file)  # the first one wins, and nobody sees half a key
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return file.read_text()
