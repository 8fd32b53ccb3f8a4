"""A clean copy of one file, made in a process of its own: what a file does to its reader, it does there."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from rongcuo.chassis.hosting.lanes import Lanes
from rongcuo.cleaning.refusals import NotCleaned, Reason
from rongcuo.contracts.vault.enums import FileKind

ROOT = Path(__file__).parents[2]
REFUSED = 3         # the process's exit code: then it has written the reason
NAMES = {"pdf": FileKind.PDF, "jpg": FileKind.JPEG, "jpeg": FileKind.JPEG, "png": FileKind.PNG,
         "tif": FileKind.TIFF, "tiff": FileKind.TIFF, "txt": FileKind.TEXT, "csv": FileKind.CSV}
BEGINS = {FileKind.PDF: (b"%PDF-",), FileKind.JPEG: (b"\xff\xd8\xff",), FileKind.PNG: (b"\x89PNG\r\n\x1a\n",),
          FileKind.TIFF: (b"II*\0", b"MM\0*")}
_LANES = Lanes(2, 16, 60.0, later=10, refusal="vault.busy")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The copy."""

    kind: FileKind
    content: bytes = field(repr=False)


def clean(name: str, content: bytes) -> Cleaned:
    """Of the name only its ending is looked at. Raises `NotCleaned`, and `vault.busy` where many wait."""
    kind = NAMES.get(name.rpartition(".")[2].lower())
    if kind is None:
        raise NotCleaned(Reason.KIND)
    if not content:
        raise NotCleaned(Reason.EMPTY)
    if not content.startswith(BEGINS.get(kind, (b"",))):
        raise NotCleaned(Reason.LIES)
    with _LANES.turn(lambda: True):
        done = subprocess.run(
            [sys.executable, "-m", "rongcuo.cleaning", kind], input=content, stdout=subprocess.PIPE, env={},
            stderr=subprocess.DEVNULL, check=False, cwd=ROOT)
    if done.returncode == REFUSED:
        raise NotCleaned(Reason(done.stdout.decode()))
    if done.returncode != 0 or not done.stdout:
        raise NotCleaned(Reason.UNREADABLE)
    return Cleaned(kind, done.stdout)
