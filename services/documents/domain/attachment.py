"""An attachment: what may come in, under which name, and what is remembered of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from unicodedata import category

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate

_PATH = re.compile(r"[/\\]|^\.|^[A-Za-z]:")
UNKNOWN = frozenset({"application/octet-stream", "binary/octet-stream"})  # the sender's browser did not know


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it shows itself to be, the extensions it may bear, and its media types, of which
    the first is its own and the others are what browsers say of it."""

    extensions: tuple[str, ...]
    media_types: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OLE = ("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        "application/vnd.ms-works", "application/wps-office.wps", "application/kswps",
        "application/wps-office.et", "application/kset", "application/wps-office.dps", "application/ksdps")
KINDS: Mapping[str, Kind] = MappingProxyType({
    "pdf": Kind(("pdf",), ("application/pdf", "application/x-pdf")),
    "ofd": Kind(("ofd",), ("application/ofd", "application/zip", "application/x-zip-compressed")),
    "png": Kind(("png",), ("image/png",)),
    "jpeg": Kind(("jpg", "jpeg"), ("image/jpeg", "image/pjpeg", "image/jpg")),
    "tiff": Kind(("tif", "tiff"), ("image/tiff",)),
    "docx": Kind(("docx",), (f"{_OFFICE}.wordprocessingml.document",)),
    "xlsx": Kind(("xlsx",), (f"{_OFFICE}.spreadsheetml.sheet",)),
    "pptx": Kind(("pptx",), (f"{_OFFICE}.presentationml.presentation",)),
    "ole": Kind(("doc", "xls", "ppt", "wps", "et", "dps"), _OLE),
    "text": Kind(("txt", "csv"), ("text/plain", "text/csv", "application/csv", "application/vnd.ms-excel")),
})


@dataclass(frozen=True, slots=True)
class Found:
    """What a file was found to be. `kind` is empty where it is none of the kinds that are accepted."""

    sha256: str
    size: int
    kind: str


@dataclass
class Attachment(Aggregate):
    """One person's upload of a content under a name. `blob` is the content's key in the store."""

    id: str
    sha256: str
    name: str
    size: int
    media_type: str
    blob: str
    uploaded_by: str
    uploaded_at: datetime


def kind_named(name: str) -> str:
    """The kind that the file's name claims. Raises `attachment.name_not_allowed` or `….type_not_allowed`."""
    if name != name.strip() or _PATH.search(name) or any(category(sign).startswith("C") for sign in name):
        raise CaseError("attachment.name_not_allowed")
    stem, dot, extension = name.rpartition(".")
    if not (stem and dot and extension):
        raise CaseError("attachment.name_not_allowed")
    for kind, told in KINDS.items():
        if extension.lower() in told.extensions:
            return kind
    raise CaseError("attachment.type_not_allowed", details={"extension": extension[:20]})


def accepted(name: str, claimed: str, found: Found, limit: int) -> str:
    """The media type under which the file is kept. `limit` in bytes.

    Raises `attachment.empty`, `….too_large`, `….name_not_allowed`, `….type_not_allowed` or `….type_differs`.
    """
    kind = kind_named(name)
    if found.size == 0:
        raise CaseError("attachment.empty")
    if found.size > limit:
        raise CaseError("attachment.too_large", details={"limit": limit, "size": found.size})
    told = KINDS[kind].media_types
    media_type = claimed.partition(";")[0].strip().lower()
    if found.kind != kind or media_type not in {*told, *UNKNOWN}:
        told_apart = {"found": found.kind or "unknown", "claimed": kind}
        raise CaseError("attachment.type_differs", details=told_apart)
    return media_type if kind == "ole" and media_type in told else told[0]
