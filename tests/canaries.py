"""Canaries: marks that must be found nowhere, the forms in which they may lie somewhere, and who looks for
them. Whatever is compressed or encoded as a whole is opened first."""

import base64
import email
import gzip
import io
import re
import subprocess
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from email import policy
from pathlib import Path
from urllib.parse import quote
from zipfile import BadZipFile, ZipFile

SHORTEST = 6        # bytes of a form: what is shorter stands somewhere by chance
DEEPEST = 3         # a file in an archive in an archive
BLANK = bytes(64)    # in no form of any mark; databases' files are half made of such
BLANKS = re.compile(rb"\0{65,}")
PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
MAIL = re.compile(rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:MIME-Version|Content-Transfer-Encoding):")
Forms = Mapping[str, Callable[[str], Iterable[bytes]]]


def _base64(plain: bytes) -> Iterator[bytes]:
    """Wherever in a longer text it begins, of what it shares no sign with its neighbours."""
    for before, lost in enumerate((0, 2, 3)):
        whole = base64.b64encode(bytes(before) + plain)
        after = (before + len(plain)) % 3
        kept = whole[lost:len(whole) - {0: 0, 1: 3, 2: 2}[after]]
        yield from {kept, kept.translate(bytes.maketrans(b"+/", b"-_"))}


def _coded(mark: str) -> list[bytes]:
    return [mark.encode(), mark.encode("utf-16-le"), mark.encode("gbk", "ignore")]


FORMS: Forms = {
    "plain": lambda mark: [mark.encode()],
    "url": lambda mark: [form for coded in _coded(mark) for whole in [quote(coded, safe="")]
                         for form in (whole.encode(), whole.lower().encode())],
    "base64": lambda mark: [form for coded in _coded(mark) for form in _base64(coded)],
    "utf-16": lambda mark: [mark.encode("utf-16-le"), mark.encode("utf-16-be")],
    "gbk": lambda mark: [mark.encode("gbk", "ignore")],
    "hex": lambda mark: [coded.hex().encode() for coded in _coded(mark)],
    "escaped": lambda mark: [mark.encode("unicode_escape"), mark.encode("ascii", "xmlcharrefreplace"),
                             mark.encode("unicode_escape").replace(b"\\", b"\\\\")],
}


def written_as(mark: str) -> dict[str, set[bytes]]:
    """Every way in which it may lie somewhere, by form."""
    return {form: {each for each in write(mark) if len(each) >= SHORTEST} for form, write in FORMS.items()}


def unpacked(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The content as it is, and what is packed in it: archives, what a PDF shows, parts of a mail."""
    yield content
    if depth < DEEPEST:
        for part in _packed(content):
            yield from unpacked(part, depth + 1)


def _packed(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK\3\4"):
        with suppress(BadZipFile), ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    elif content.startswith(b"\x1f\x8b"):
        with suppress(OSError, EOFError, zlib.error):
            yield gzip.decompress(content)
    elif content.startswith(b"%PDF"):
        for stream in PDF_STREAM.findall(content):
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(stream)
        yield subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=False).stdout
    elif MAIL.match(content[:8_192]):
        mail = email.message_from_bytes(content, policy=policy.default)
        yield "\n".join(str(value) for value in mail.values()).encode()
        for part in mail.walk():
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield payload


class Looker:
    """Looks for marks. `looked`: how many contents of which kind; `found`: what, in which form, and where."""

    def __init__(self, *marks: str) -> None:
        self._needles = [(mark, form, needle) for mark in marks
                         for form, needles in written_as(mark).items() for needle in needles]
        self.looked: dict[str, int] = {}
        self.found: list[tuple[str, str, str, str]] = []

    def look(self, kind: str, name: str, content: bytes) -> None:
        """Into one content, and everything in it."""
        self.looked[kind] = self.looked.get(kind, 0) + 1
        for part in (BLANKS.sub(BLANK, each) for each in unpacked(content)):
            self.found += [(kind, name, mark, form) for mark, form, needle in self._needles if needle in part]

    def look_through(self, folder: Path, kind_of: Callable[[Path], str] = lambda _: "file") -> None:
        """Every file of a folder."""
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                self.look(kind_of(file), str(file.relative_to(folder)), file.read_bytes())

    @property
    def places(self) -> set[str]:
        """Where anything was found."""
        return {name for _, name, _, _ in self.found}
