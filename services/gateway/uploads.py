"""A file on its way in: from the request straight into the store, counted, never held in memory."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeVar
from uuid import uuid4

from flask import Request, current_app
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import HTTPException

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.documents.operations import TAKE_ATTACHMENT
from rongcuo.contracts.errors import CaseError
from services.gateway import rpc
from services.gateway.incoming import FILE_EXPECTED, FILE_KEPT, Budget
from services.gateway.rpc import Answer, ask

CHUNK = 262_144       # bytes
AROUND = 65_536       # bytes that a form may need beside its file
LARGEST_BODY = 209_715_200   # bytes that are read, and passed over, so that a refusal can be a page
FIELD = "file"
UNKNOWN = "application/octet-stream"
T = TypeVar("T")


class Store(Protocol):
    """What the gateway needs of the store of files."""

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        """Whole or not at all."""

    def read(self, key: str) -> Iterator[bytes]:
        """Raises `attachment.missing`."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that can be read from the request, with what the sender says of it."""

    name: str
    media_type: str
    stream: BinaryIO


def store() -> Store:
    """The platform's store. Raises `attachment.store_unavailable` where the gateway was given none."""
    files: Store | None = current_app.extensions["settings"].files
    if files is None:
        raise CaseError("attachment.store_unavailable")
    return files


def megabytes() -> int:
    """How large a file may be."""
    limit: int = current_app.extensions["settings"].attachment_limit
    return limit // 1_048_576


def expect(request: Request, *, kept: bool = True) -> None:
    """Before anything of the body is read: here a file may come, which is larger than any form. It is `kept`,
    and has its time, of somebody signed in; of others only the words beside it are read."""
    request.max_content_length = int(current_app.extensions["settings"].attachment_limit) + AROUND
    request.environ[FILE_KEPT] = kept
    if kept and (wait := request.environ.get(FILE_EXPECTED)):
        wait()


def expect_in_memory(request: Request, most: int) -> None:
    """The same where files come that may lie on no disk, from whomever: of all together no more than `most`
    bytes are held. What else stands in the form is read also where they are far too large."""
    request.max_content_length = LARGEST_BODY
    request.environ[FILE_KEPT] = Budget(most)
    if wait := request.environ.get(FILE_EXPECTED):
        wait()


def take(request: Request, asker: Actor, name: str = "") -> Answer:
    """Keep the request's file and have documents look into it; the AttachmentView in wire form. A body that
    is no form is the file itself, under the name given. Raises `attachment.…`."""
    limit: int = current_app.extensions["settings"].attachment_limit
    expect(request)
    if (request.content_length or 0) > limit + AROUND:
        raise CaseError("attachment.too_large", details={"limit": limit})
    if request.mimetype == "multipart/form-data":
        return _kept(_of_form(request), asker, limit)
    body = Incoming(_named(name), (request.mimetype or UNKNOWN)[:120], request.stream)  # type: ignore[arg-type]
    return _kept(body, asker, limit)


def take_all(request: Request, asker: Actor) -> Iterator[Answer]:
    """Keep the files of a form one by one, none where none was chosen; the AttachmentViews in wire form."""
    limit: int = current_app.extensions["settings"].attachment_limit
    for file in _sent(request):
        if file.filename:
            yield _kept(_said(file), asker, limit)


def _kept(incoming: Incoming, asker: Actor, limit: int) -> Answer:
    blob = f"file-{uuid4().hex}"
    store().write(blob, _counted(incoming.stream, limit))
    rpc.begin_anew(current_app.extensions["settings"].patience)
    told = {"blob": blob, "name": incoming.name, "media_type": incoming.media_type}
    return ask(TAKE_ATTACHMENT, {**told, "command_id": uuid4().hex}, asker)


def _of_form(request: Request) -> Incoming:
    """Werkzeug puts what is longer than some 500 kB into a file of its own meanwhile."""
    files = _sent(request)
    if len(files) != 1:
        raise CaseError("invalid", details={"fields": {FIELD: ["Exactly one file is needed."]}})
    if not files[0].filename:
        raise CaseError("attachment.missing", "no file was chosen")
    return _said(files[0])


def _sent(request: Request) -> list[FileStorage]:
    """A part of this name without the name of a file is a file whose name was lost, not one less."""
    files, texts = _readable(lambda: (request.files.getlist(FIELD), request.form.getlist(FIELD)))
    if texts:
        raise CaseError("attachment.name_not_allowed", "a file came without its name")
    return files


def _said(file: FileStorage) -> Incoming:
    named = _named(file.filename or "")
    return Incoming(named, (file.mimetype or UNKNOWN)[:120], file.stream)  # type: ignore[arg-type]


def _named(name: str) -> str:
    """Documents judges the rest; the contract takes 1 to 200 characters."""
    if not 1 <= len(name) <= 200 or any(0xD800 <= ord(sign) < 0xE000 or ord(sign) < 32 for sign in name):
        raise CaseError("attachment.name_not_allowed")
    return name


def _counted(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Raises `attachment.too_large` as soon as the count passes the limit."""
    size = 0
    while chunk := _readable(lambda: stream.read(CHUNK)):
        size += len(chunk)
        if size > limit:
            raise CaseError("attachment.too_large", details={"limit": limit})
        yield chunk


def _readable(read: Callable[[], T]) -> T:
    try:
        return read()
    except HTTPException as refusal:
        raise CaseError("attachment.too_large" if refusal.code == 413 else "malformed") from None
    except (ValueError, OSError):
        raise CaseError("malformed", "the body broke off, or is not well-formed") from None
