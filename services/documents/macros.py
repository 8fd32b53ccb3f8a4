"""Whether an office file brings macros, or is made to fetch some: by the parts that hold them, whatever they
are called. What a file only shows, links to or embeds without macros passes; the scan hook sees it."""

import re
import struct
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

from olefile import OleFileIO

MOST_READ = 1_048_576            # bytes of a part that tells about the others
MOST_TOLD = 16 * MOST_READ       # of all parts that say what belongs to others: a sheet may link to thousands
MOST_DIRECTORY = 2_000           # sectors of an OLE file's directory, of four entries each
_NAMES = re.compile(r"vbaproject\.bin$|vbadata\.xml$|(^|/)macrosheets/|\.xlsb$"
                    r"|\.(doc|dot|xls|xlt|ppt|pot|pps|xla|ppa)m$", re.IGNORECASE)
_HIDDEN = re.compile(rb"&#|<!(DOCTYPE|ENTITY)")      # no program writes these here
_TYPES = re.compile(rb"vbaProject|macroEnabled|macrosheet|vnd\.ms-excel\.sheet\.binary|" + _HIDDEN.pattern,
                    re.IGNORECASE)
_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_FETCHED = "attachedtemplate"
_TARGET = re.compile(r"target\s*=\s*(?:\"([^\"]*)|'([^']*))")
_PASSED_OVER = re.compile(r"[\x00-\x20\x7f-\xa0]")   # by whatever reads an address
# A share or an address; a file of the reader's own machine, as `file:///C:/…` or `C:\…`, is neither.
_AWAY = re.compile(r"//|(?!file:)[a-z][a-z0-9+.-]+:|file://(?:[^/]|//)")
_STORAGES = frozenset({"macros", "vba", "_vba_project", "_vba_project_cur", "vba_project"})
_DOCUMENTS = frozenset({"worddocument", "workbook", "book", "powerpoint document", "contents", "matost"})
_SLIDES_MACROS = re.compile(rb"\xff\x03.{4}\x02\x00\x00\x04\x0c\x00\x00\x00.{4}[^\x00]", re.DOTALL)
PIECE, LONGEST_RECORD = 16_384, 32    # bytes of slides looked at together; more than that record has
_SHEET, _MACRO_KINDS = 0x85, (1, 6)   # BOUNDSHEET: a sheet of Excel 4 macros, a module
_PASSWORD = 0x2F                      # FILEPASS: what follows can't be read


def in_zip(packed: ZipFile, names: list[str]) -> bool:
    """Of an Office Open XML file, by the names and declared types of its parts and by their templates."""
    if any(_NAMES.search(name) for name in names):
        return True
    types = [name for name in names if name.lower() == "[content_types].xml"]
    told = [name for name in names if name.lower().endswith(".rels")]
    if len(types) > 1 or len(told) > len({name.lower() for name in told}):
        return True
    if any(_TYPES.search(_plain(packed, name)) for name in types):
        return True
    if sum(packed.getinfo(name).file_size for name in told) > MOST_TOLD:
        raise ValueError("too much is told")
    return any(_fetches(_plain(packed, name, MOST_TOLD)) for name in told)


def _fetches(told: bytes) -> bool:
    """Whether some part, whichever it is, has its template from elsewhere; or hides what it tells."""
    if _ENTITIES.search(told):
        return True
    if b"&" not in told and _FETCHED.encode() not in told.lower():
        return False
    each = (unescape(element).lower() for element in told.decode("utf-8", "replace").split("<"))
    return any(_is_away(found[1] or found[2] or "") for element in each if _FETCHED in element
               for found in _TARGET.finditer(element))


def _is_away(target: str) -> bool:
    """By the address as Office reads it: blanks in it are passed over, and a backslash is a slash."""
    return bool(_AWAY.match(_PASSED_OVER.sub("", unquote(target)).replace("\\", "/")))


def _plain(packed: ZipFile, name: str, most: int = MOST_READ) -> bytes:
    """A part, be it in UTF-8 or UTF-16. Raises ValueError for one longer than any program writes."""
    with packed.open(name) as part:
        text = part.read(most + 1)
    if len(text) > most:
        raise ValueError("too long a part")
    return text.replace(b"\0", b"")


def harmless_ole(path: Path) -> bool:
    """Whether it is a document of the old formats that can be looked into, and holds no macros. One under a
    password can't; an installer or a mail is no document."""
    try:
        with _Bounded(path) as ole:
            entries = [[part.lower() for part in entry] for entry in ole.listdir(streams=True, storages=True)]
            if not _DOCUMENTS.intersection(entry[0] for entry in entries if len(entry) == 1):
                return False
            return not (any(_STORAGES.intersection(entry) for entry in entries) or _in_streams(ole, entries))
    except (OSError, ValueError, RecursionError, struct.error, IndexError, AttributeError, TypeError):
        return False


class _Bounded(OleFileIO):  # type: ignore[misc]  # olefile has no types
    """Refuses a directory that no document has before it reads it."""

    def loaddirectory(self, sect: int) -> None:
        at, steps = sect, 0
        while 0 <= at < len(self.fat) and steps <= MOST_DIRECTORY:
            at, steps = self.fat[at], steps + 1
        if steps > MOST_DIRECTORY:
            raise ValueError("too large a directory")
        super().loaddirectory(sect)


def _in_streams(ole: OleFileIO, entries: list[list[str]]) -> bool:
    """Macros that lie in the document's own stream: Excel 4 sheets, and those of slides."""
    found = {entry[-1]: entry for entry in entries}
    books = [found[name] for name in ("workbook", "book") if name in found]
    if any(_macro_sheets(ole.openstream(book).read()) for book in books):
        return True
    slides = found.get("powerpoint document")
    return bool(slides) and _macro_slides(ole.openstream(slides).read())


def _macro_slides(deck: bytes) -> bool:
    """Looked at in pieces that overlap by a record: nobody else is answered during a piece."""
    return any(_SLIDES_MACROS.search(deck, start, start + PIECE + LONGEST_RECORD)
               for start in range(0, len(deck), PIECE))


def _macro_sheets(book: bytes) -> bool:
    return any(kind == _PASSWORD or (kind == _SHEET and len(body) > 5 and body[5] in _MACRO_KINDS)
               for kind, body in _records(book))


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    """The records before the first sheet: sheets are told in the globals, which are short."""
    at, end = 0, min(len(book), MOST_READ)
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4:at + 4 + min(length, 16)]
        if kind == 0x0A:
            return
        at += 4 + length
