"""Files at the door: cleaned and closed in this process, the original under both groups' keys; and read again
by whoever may."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from flask import Response, current_app, request
from werkzeug.datastructures import FileStorage

from rongcuo.cleaning.clean import Cleaned, clean
from rongcuo.cleaning.refusals import NotCleaned, Reason
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import FILES, Part
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault import SealingKeys, operations
from rongcuo.sealing import boxes
from rongcuo.sealing.algorithms import algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.files import close, open_closed
from rongcuo.sealing.paper import read_code
from rongcuo.sealing.parts import Place
from services.gateway import rpc, uploads
from services.gateway.incoming import Held
from services.gateway.rpc import Answer, ask, view
from services.vault.pages.asking import boxed, can_seal, opened_to, sealing_keys
from services.vault.pages.at_the_door import sealed_part, to_node

REFUSALS = {
    Reason.EMPTY: "vault.file_empty", Reason.KIND: "vault.file_kind", Reason.LIES: "vault.file_lies",
    Reason.UNREADABLE: "vault.file_unreadable", Reason.TOO_LONG: "vault.file_too_long",
    Reason.MARKED: "clarify.marked_secret"}
ANY = "application/octet-stream"
ID_SIGNS = 32
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, repr=False)
class Handed:
    """A file with its clean copy."""

    name: str
    original: bytes
    copy: Cleaned


@dataclass(frozen=True, slots=True)
class Limits:
    """Of what is handed in at once: files, and bytes of each and of all."""

    count: int
    each: int
    together: int


def limits() -> Limits:
    """As the operator has set them."""
    here = current_app.extensions["settings"]
    return Limits(here.report_files, here.report_file_limit, here.report_files_limit)


def expect() -> None:
    """Before anything of the form is read."""
    if request.mimetype == "multipart/form-data":
        uploads.expect_in_memory(request, limits().together)


def chosen() -> list[FileStorage]:
    """The request's files."""
    return [file for file in request.files.getlist(uploads.FIELD) if file.filename]


def cleaned(organ_id: str) -> tuple[Handed, ...]:
    """The request's files, none where none was chosen. Raises `vault.file_…`, `vault.too_many_at_once`,
    `vault.files_unsealable`, `clarify.marked_secret`; by then nothing was sealed."""
    files = chosen()
    sizes, most = [_size(file.stream) for file in files], limits()
    if any(size > most.each for size in sizes):
        raise CaseError("vault.file_too_large", details={"limit": most.each})
    if len(files) > most.count or sum(sizes) > most.together:
        raise CaseError("vault.too_many_at_once", details={"files": most.count, "limit": most.together})
    if files and not can_seal(organ_id):
        raise CaseError("vault.files_unsealable")
    handed = tuple(_cleaned(file.filename or "", file.stream.read()) for file in files)
    if handed:
        rpc.begin_anew(current_app.extensions["settings"].patience)
    return handed


def hand_in(code: str, handed: Sequence[Handed]) -> None:
    """What is there already is left out; how many are there is told to nobody whose code has to be renewed.
    Raises `vault.no_such_code`, `vault.code_to_renew`, `vault.too_many_files`, `vault.no_custodians`,
    `attachment.store_unavailable` …"""
    if not handed:
        return
    where = view(operations.WHERE_TO_SEAL, boxed(code), None)
    named = {_file_id(code, each): each for each in handed}
    fresh = [(file_id, each) for file_id, each in named.items() if file_id not in where.known]
    if fresh and where.to_renew:
        raise CaseError("vault.code_to_renew")
    free = FILES[len(where.known):]
    if len(fresh) > len(free):
        raise CaseError("vault.too_many_files")
    if fresh:
        keys = sealing_keys(where.organ_id)
        sent = [_sealed(file_id, each, Place(where.reporter_ref, part), keys)
                for (file_id, each), part in zip(fresh, free, strict=False)]
        ask(operations.HAND_IN_BY_CODE, {"command_id": uuid4().hex, "files": sent, **boxed(code)}, None)


def take_in_papers(asking: Actor, reporter_ref: str, kept: Sequence[str] = ()) -> list[Answer]:
    """The request's scans of what a reporter gave on paper, and those `kept` from before, as commands of an
    inquiry name them; what is there already is that one. None where nothing was chosen. Raises as `hand_in`,
    and `not_found` for whoever does not handle the report."""
    if not (chosen() or kept):
        return []
    there = view(operations.PAPERS, {"reporter_ref": reporter_ref or "-"}, asking)
    handed = cleaned(there.organ_id)
    named = {_paper_id(reporter_ref, each): each for each in handed}
    fresh = [(file_id, each) for file_id, each in named.items() if file_id not in there.known]
    free = FILES[len(there.known):]
    if len(fresh) > len(free):
        raise CaseError("vault.too_many_files")
    if fresh:
        keys = sealing_keys(there.organ_id)
        sent = [_sealed(file_id, each, Place(reporter_ref, part), keys)
                for (file_id, each), part in zip(fresh, free, strict=False)]
        told = {"command_id": uuid4().hex, "reporter_ref": reporter_ref, "files": sent}
        ask(operations.TAKE_IN_PAPERS, told, asking)
        there = view(operations.PAPERS, {"reporter_ref": reporter_ref}, asking)
    return [{"name": f"材料{each.number}.{each.kind.value}", "sha256": each.file_id, "size": each.size,
             "media_type": ANY} for each in there.papers if each.file_id in {*named, *kept}]


def copy(asking: Actor, reporter_ref: str, number: int) -> Response:
    """The clean copy, for whoever handles the report. Raises `not_found`."""
    own = KeyPair.make()
    question = {"reporter_ref": reporter_ref, "number": number, "to": b64encode(own.public).decode()}
    found = view(operations.REPORTER_FILE, question, asking)
    about = ("file", reporter_ref, str(number))
    try:
        opens = boxes.take(b64decode(found.box), own, about, algorithm(found.algorithm)).decode()
    except NotOpened:
        raise CaseError("not_found") from None
    return _given(found.copy, opens, f"材料{number}.{found.kind.value}")


def original(asking: Actor, order_id: str, number: int) -> Response:
    """As it was sent, for the reader of an open order. Raises `vault.not_open`."""
    wanted = Part(f"file{number}") if 0 < number <= len(FILES) else None
    shown = {part.part: part.fields for part in opened_to(asking, order_id).parts}
    if wanted not in shown:
        raise CaseError("vault.not_open")
    found = {each.name: each.value for each in shown[wanted]}
    return _given(found["place"], found["opens"], found["file_name"])


def _cleaned(name: str, content: bytes) -> Handed:
    try:
        return Handed(name[-LONGEST_NAME:], content, clean(name, content))
    except NotCleaned as refusal:
        raise CaseError(REFUSALS[refusal.reason]) from None


def _size(stream: Any) -> int:
    """Of which no more than there was room for is held."""
    if isinstance(stream, Held):
        return stream.size
    size = int(stream.seek(0, 2))
    stream.seek(0)
    return size


def _file_id(code: str, handed: Handed) -> str:
    """The same for the same file of the same reporter; without the code it tells nothing of the file."""
    digest = sha256(handed.original).digest()
    return hmac.digest(read_code(code).encode(), b"file" + digest, sha256).hex()[:ID_SIGNS]


def _paper_id(reporter_ref: str, handed: Handed) -> str:
    """The same for the same scan; nobody finds the scan by it who has not this installation's secret."""
    key = f"a paper of {reporter_ref} {current_app.config['SECRET_KEY']}".encode()
    return hmac.digest(key, sha256(handed.original).digest(), sha256).hex()


def _sealed(file_id: str, handed: Handed, place: Place, keys: SealingKeys) -> dict[str, Any]:
    opens_copy, copy = _stored(handed.copy.content, keys)
    opens_original, original = _stored(handed.original, keys)
    content = {"file_name": handed.name, "place": original, "opens": opens_original}
    return {"file_id": file_id, "kind": handed.copy.kind.value, "size": len(handed.copy.content),
            "copy": copy, "original": original, "key": to_node(opens_copy, keys),
            "part": dump(sealed_part(content, place, keys))}


def _stored(content: bytes, keys: SealingKeys) -> tuple[str, str]:
    """What opens it, and where it lies. What no row names a day later is swept."""
    place = f"sealed-{uuid4().hex}"
    opens, closed = close(content, place, algorithm(keys.algorithm))
    uploads.store().write(place, [closed])
    return opens, place


def _given(place: str, opens: str, name: str) -> Response:
    """To be kept by whoever asked, by nobody on the way, and never shown as a page of ours."""
    try:
        content = open_closed(b"".join(uploads.store().read(place)), place, opens)
    except NotOpened:
        raise CaseError("attachment.damaged") from None
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
               "Cache-Control": "no-store"}
    return Response(content, mimetype=ANY, headers=headers)
