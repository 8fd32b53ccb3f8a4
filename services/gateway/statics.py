"""Style, script and pictures: compressed once at the start, under addresses that change with their content,
so that browsers keep them and never ask again."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, request

from rongcuo.contracts.errors import CaseError

FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
DIGITS = 12  # of a digest in an address


@dataclass(frozen=True, slots=True)
class Static:
    """One file, as it is and compressed."""

    plain: bytes
    packed: bytes
    digest: str
    media_type: str


def serve_statics(blueprint: Blueprint, folder: Path, *others: Path) -> None:
    """Under the blueprint's `static`, which `url_for` needs only the file's name for; `others`: files that it
    has in common with another."""
    files = {file.relative_to(folder).as_posix(): _read(file) for file in folder.rglob("*") if file.is_file()}
    files |= {file.name: _read(file) for file in others}

    def static(digest: str, filename: str) -> Response:
        """A page of an earlier edition finds what there is now."""
        if filename not in files:
            raise CaseError("not_found")
        return _answer(files[filename], digest)

    def name_digest(_: str, values: dict[str, Any]) -> None:
        if values.get("filename") in files:
            values.setdefault("digest", files[values["filename"]].digest)

    blueprint.add_url_rule("/static/<digest>/<path:filename>", "static", static)
    blueprint.url_defaults(name_digest)


def _read(file: Path) -> Static:
    content = file.read_bytes()
    media_type = mimetypes.guess_type(file.name)[0] or "text/plain"
    digest = hashlib.sha256(content).hexdigest()[:DIGITS]
    return Static(content, gzip.compress(content, mtime=0), digest, media_type)


def _answer(file: Static, digest: str) -> Response:
    packed = request.accept_encodings.quality("gzip") > 0 and len(file.packed) < len(file.plain)
    answer = Response(file.packed if packed else file.plain, mimetype=file.media_type)
    answer.headers["Cache-Control"] = FOR_EVER if digest == file.digest else ASK_AGAIN
    answer.vary.add("Accept-Encoding")
    answer.set_etag(f"{file.digest}{'-gzip' if packed else ''}")
    if packed:
        answer.content_encoding = "gzip"
    answer.make_conditional(request)
    return answer
