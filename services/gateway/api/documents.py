"""Attachments (附件) and letters (文书)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Response, jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.chassis.blobs.integrity import whole
from rongcuo.contracts.determination.operations import DETERMINATION
from rongcuo.contracts.documents import AttachmentView, operations
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.fields import line
from rongcuo.contracts.filing.change.operations import CHANGE
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.serialisation import load
from services.gateway import request_parsing, uploads
from services.gateway.api.route import Part, Route, get, post
from services.gateway.rate_limit import checked
from services.gateway.rpc import Answer, ask
from services.gateway.session import actor

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ANY = "application/octet-stream"


@dataclass(frozen=True, kw_only=True)
class FileName:
    """The name of a file that is sent as the body itself; a form names its file by itself."""

    name: str = line(200, default="")


def take() -> ResponseReturnValue:
    """Sent again, the same file is the same attachment, so it needs no command id."""
    asker = actor()
    named = request_parsing.query(FileName, request.args, {})["name"]
    return jsonify(uploads.take(request, asker, named)), 201


def own_file(sha256: str) -> ResponseReturnValue:
    """What the asker uploaded."""
    return _attached(ask(operations.ATTACHMENT, {"sha256": sha256}, actor()))


def file_of_filing(filing_id: str, sha256: str) -> ResponseReturnValue:
    """A file that the asker's view of a filing names."""
    return file_of(ask(FILING, {"filing_id": filing_id}, actor()), filing_id, sha256)


def file_of_change(change_id: str, sha256: str) -> ResponseReturnValue:
    """A file that the asker's view of a change of a filing names."""
    return file_of(ask(CHANGE, {"change_id": change_id}, actor()), change_id, sha256)


def file_of_determination(case_id: str, sha256: str) -> ResponseReturnValue:
    """A file that the asker's view of a determination names."""
    return file_of(ask(DETERMINATION, {"case_id": case_id}, actor()), case_id, sha256)


def file_of(view: Answer, matter_id: str, sha256: str, *also: str) -> ResponseReturnValue:
    """A file that a view names; brought by somebody who has acted in the matter, or one of these."""
    named = next((ref for ref in _references(view) if ref["sha256"] == sha256), None)
    if named is None:
        raise CaseError("not_found")
    return _attached(ask(operations.ATTACHMENT, {
        "sha256": sha256, "matter_id": matter_id, "name": named["name"],
        "uploaders": sorted({*_people(view), *also})[:1_000]}, actor()))


def _attached(found: Answer) -> ResponseReturnValue:
    view = load(AttachmentView, found)
    return as_file(view.blob, view.sha256, view.name, view.media_type, view.size)


def _references(part: Any) -> Iterator[Answer]:
    """Every AttachmentRef, however deep in the view."""
    if isinstance(part, dict):
        if {"sha256", "name", "media_type"} <= part.keys():
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from _references(each)


def _people(view: Answer) -> set[str]:
    """Who has acted in the matter, or said how its appeal is to be decided, or whose it is."""
    acted = {str(entry["actor_id"]) for entry in view.get("history", ())}
    acted |= {str(said["opinion"]["stated_by"]) for appeal in view.get("appeals", ())
              for said in appeal.get("opinions", ())}
    subject = view.get("subject") or {}
    return (acted | {str(view.get("filer_id", "")), subject.get("officer_id", "")}) - {""}


def letter_pdf(letter_id: str) -> ResponseReturnValue:
    """The signed letter."""
    return _letter_file(letter_id, "pdf", PDF)


def letter_docx(letter_id: str) -> ResponseReturnValue:
    """The same words to edit, unsigned."""
    return _letter_file(letter_id, "docx", DOCX)


def _letter_file(letter_id: str, form: str, media_type: str) -> ResponseReturnValue:
    letter = ask(operations.LETTER, {"letter_id": letter_id}, actor())
    if not letter.get(form):
        raise CaseError(letter.get("trouble") or "letter.not_ready")
    digest = letter["sha256" if form == "pdf" else "docx_sha256"]
    return as_file(letter[form], digest, f"{letter['number']} {letter['name']}.{form}", media_type)


def as_file(blob: str, digest: str, name: str, media_type: str, size: int | None = None) -> Response:
    """To be kept, never shown by the browser as a page of ours. Raises `attachment.damaged`."""
    chunks = whole(uploads.store(), blob, digest)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    if size is not None:
        headers["Content-Length"] = str(size)
    return Response(chunks, mimetype=media_type, headers=headers)


def check(code: str) -> ResponseReturnValue:
    """For everybody."""
    return jsonify(checked(code))


PART = Part("documents", "附件与文书 · Attachments and letters", (
    Route(verb="POST", address="/attachments", does=take, takes=FileName, gives=(AttachmentView,), status=201,
          uploads=True, zh="上传附件：表单的 file 字段，或以文件本身为内容并在 name 写明文件名",
          en="Upload a file: as the field `file` of a form, or as the body, with its `name` in the address"),
    Route(verb="GET", address="/attachments/<id:sha256>", does=own_file, takes=None, gives=(), file=ANY,
          zh="下载自己上传的附件", en="Download a file of one's own by its SHA-256"),
    Route(verb="GET", address="/filings/<id:filing_id>/attachments/<id:sha256>", does=file_of_filing,
          takes=None, gives=(), file=ANY, zh="下载一件报备的附件", en="Download a file of a filing"),
    Route(verb="GET", address="/filing-changes/<id:change_id>/attachments/<id:sha256>", does=file_of_change,
          takes=None, gives=(), file=ANY, zh="下载一件变更备案的附件", en="Download a file of a change"),
    Route(verb="GET", address="/determinations/<id:case_id>/attachments/<id:sha256>",
          does=file_of_determination, takes=None, gives=(), file=ANY, zh="下载一件容错认定的附件",
          en="Download a file of a determination"),
    get("/letters", operations.LETTERS),
    get("/letter-search", operations.FOUND),
    get("/letters/<id:letter_id>", operations.LETTER),
    Route(verb="GET", address="/letters/<id:letter_id>/pdf", does=letter_pdf, takes=None, gives=(), file=PDF,
          zh="下载签名的 PDF", en="Download the signed PDF"),
    Route(verb="GET", address="/letters/<id:letter_id>/docx", does=letter_docx, takes=None, gives=(),
          file=DOCX, zh="下载可编辑的 DOCX(不带签名)", en="Download the DOCX to edit, unsigned"),
    post("/letters/<id:letter_id>/correction", operations.CORRECT_LETTER),
    get("/letter-checks/<id:code>", operations.CHECK, does=check, public=True),
))
