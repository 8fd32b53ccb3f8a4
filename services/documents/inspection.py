"""Looking into files: digest, size, what they show themselves to be, and the operator's scan."""

import hashlib
import re
import shlex
import subprocess
import tempfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, IncrementalDecoder, getincrementaldecoder
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import puremagic

from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.errors import CaseError
from services.documents import macros
from services.documents.domain.attachment import Found

HEAD = 4_096                # bytes that tell a kind by its signature
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNED = {".pdf": "pdf", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".jfif": "jpeg", ".tif": "tiff",
          ".tiff": "tiff"}
PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx",
         "OFD.xml": "ofd"}
MOST_CONTENTS = 2_097_152   # bytes of a zip's table of contents: some 20,000 parts; more is no document
PIECE = 65_536              # bytes of a text looked at together
BLOCK = 16 * PIECE          # bytes read together, see `_pieces`
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]")


class FileInspector:
    """`scan`: a command whose exit code 0 lets a file pass and 1 refuses it; it is given the file's path and
    `patience` seconds. Empty: nothing is scanned."""

    def __init__(self, scan: str = "", patience: float = 4.0) -> None:
        self._scan, self._patience = shlex.split(scan), patience

    def inspect(self, chunks: Iterator[bytes], limit: int) -> Found:
        with tempfile.NamedTemporaryFile(prefix="rongcuo-") as file:
            sha256, size = _copied(chunks, file, limit)
            if not 0 < size <= limit:
                return Found(sha256, size, "")
            kind = in_native_thread(kind_of, Path(file.name))
            if kind:
                self._scanned(Path(file.name))
        return Found(sha256, size, kind)

    def _scanned(self, path: Path) -> None:
        """Raises `attachment.unsafe`, or `attachment.scan_failed` where the command can't tell."""
        if not self._scan:
            return
        try:
            told = subprocess.run(
                [*self._scan, str(path)], timeout=self._patience, check=False, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CaseError("attachment.scan_failed", type(error).__name__) from None
        if told.returncode not in (0, 1):
            raise CaseError("attachment.scan_failed", f"exit code {told.returncode}")
        if told.returncode == 1:
            raise CaseError("attachment.unsafe")


def _copied(chunks: Iterator[bytes], file: IO[bytes], limit: int) -> tuple[str, int]:
    """Reads no further than the limit is passed."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            break
        digest.update(chunk)
        file.write(chunk)
    file.flush()
    return digest.hexdigest(), size


def kind_of(path: Path) -> str:
    """The kind that the content shows, as `domain.attachment` names kinds; empty for any other."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _inside(path)
    if head.startswith(OLE):
        return "ole" if macros.harmless_ole(path) else ""
    return _by_signature(head) or ("text" if is_text(path) else "")


def _by_signature(head: bytes) -> str:
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    return next((SIGNED[each.extension] for each in found if each.extension in SIGNED), "")


def _inside(path: Path) -> str:
    """A document that is a zip is told by its parts, which are not unpacked. One with macros is none, nor is
    one with a table of contents that no document has."""
    try:
        with _Bounded(path) as file, ZipFile(file) as packed:
            names = packed.namelist()
            if macros.in_zip(packed, names):
                return ""
    except (BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, zlib.error, EOFError):
        return ""
    return next((kind for part, kind in PARTS.items() if part in names), "")


class _Bounded(FileIO):
    """A zip's end says how long its table of contents is; whoever wants to read more at once is refused."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MOST_CONTENTS:
            raise BadZipFile("no document has so many parts")
        return super().read(MOST_CONTENTS if size is None or size < 0 else size)


def is_text(path: Path) -> bool:
    """Whether it is text in UTF-8, UTF-16 with its mark, or GB 18030, without control characters."""
    with path.open("rb") as file:
        mark = file.read(2)
        file.seek(0)
        encodings = ("utf-16",) if mark in (BOM_UTF16_LE, BOM_UTF16_BE) else ("utf-8", "gb18030")
        decoders = [getincrementaldecoder(encoding)() for encoding in encodings]
        for piece in _pieces(file):
            decoders = [decoder for decoder in decoders if _reads(decoder, piece)]
            if not decoders:
                return False
        return any(_reads(decoder, b"", final=True) for decoder in decoders)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Small ones, so that nobody waits for a long text. Each reading lets go of the interpreter and takes it
    again before whoever waits has woken up, and who was woken asks for it anew: read as often as pieces are
    looked at, green threads would get no turn until the end."""
    while block := file.read(BLOCK):
        yield from (block[start:start + PIECE] for start in range(0, len(block), PIECE))


def _reads(decoder: IncrementalDecoder, piece: bytes, final: bool = False) -> bool:
    try:
        return not CONTROL.search(decoder.decode(piece, final))
    except UnicodeDecodeError:
        return False
