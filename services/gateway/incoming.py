"""How forms are read: counted before they are taken apart, and never half."""

import re
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import IO, Any
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from flask import Request
from werkzeug import formparser
from werkzeug.datastructures import Headers
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.formparser import FormDataParser
from werkzeug.sansio.multipart import MultipartDecoder

from rongcuo.contracts.errors import CaseError
from services.gateway.request_parsing import MOST_BYTES, worked

MOST_FIELDS = 1_000
MOST_HEAD = 8_192    # bytes that a part of a form says of itself
MOST_HELD = 268_435_456  # bytes of files in memory, of all requests
NAME = "attachment.name_not_allowed"
FILE_EXPECTED = "rongcuo.file_expected"   # in the environment: what gives a file its time
FILE_KEPT = "rongcuo.file_kept"           # in the environment: whether anybody asked for files

OF_CHINA = re.compile(rb"(filename\*=)(gb18030|gbk|gb2312)''([^\s;]+)", re.IGNORECASE)
LOST = "\ufffd"   # stands where bytes were no text


class Decoder(MultipartDecoder):
    """Reads the names of files that older programs write in GB 18030."""

    def _parse_headers(self, data: bytes | bytearray) -> Headers:
        if len(data) > MOST_HEAD:
            raise RequestEntityTooLarge
        try:
            data.decode()
        except UnicodeDecodeError:
            data = _in_utf8(data)
        return super()._parse_headers(OF_CHINA.sub(_named_in_utf8, data))


def _in_utf8(text: bytes | bytearray) -> bytes:
    try:
        return text.decode("gb18030").encode()
    except UnicodeDecodeError:
        raise CaseError(NAME, "the file's name is neither in UTF-8 nor in GB 18030") from None


def _named_in_utf8(found: re.Match[bytes]) -> bytes:
    return found[1] + b"UTF-8''" + quote(_in_utf8(unquote_to_bytes(found[3])), safe="").encode()


vars(formparser)["MultipartDecoder"] = Decoder   # the parser knows no other way to be given one


class FormParser(FormDataParser):
    """Werkzeug's, which of itself counts the fields of one kind of form only, and takes what it can't read
    for an empty form."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **{**named, "silent": False})

    def parse(self, *given: Any, **named: Any) -> Any:
        try:
            stream, form, files = super().parse(*given, **named)
        except ValueError:
            raise BadRequest("the form is not well-formed") from None
        if any(LOST in value for values in form.listvalues() for value in values):
            raise BadRequest("a field of the form is not in UTF-8")
        return stream, form, files

    def _parse_urlencoded(self, stream: IO[bytes], *_: Any, **__: Any) -> Any:
        text = _counted(stream)
        items = worked(len(text), partial(parse_qsl, text.decode(), keep_blank_values=True, errors="strict"))
        return stream, self.cls(items), self.cls()


def _counted(stream: IO[bytes]) -> bytes:
    """A form in one piece, if it is no larger than a form can be, wherever files may come too."""
    text = bytearray()
    while len(text) <= MOST_BYTES and (more := stream.read(65_536)):
        text += more
    if len(text) > MOST_BYTES or text.count(b"&") >= MOST_FIELDS:
        raise RequestEntityTooLarge
    return bytes(text)


class Incoming(Request):
    """A request whose forms are read so. Files that nobody asked for are passed over."""

    form_data_parser_class = FormParser

    def _get_file_stream(self, *given: Any, **named: Any) -> IO[bytes]:
        kept = self.environ.get(FILE_KEPT)
        if isinstance(kept, Budget):
            return Held(kept)
        return super()._get_file_stream(*given, **named) if kept else _Nowhere()


@dataclass
class Budget:
    """As FILE_KEPT: so many bytes of what the request brings lie in memory, and none of it on a disk."""

    left: int


class Held(BytesIO):
    """A file in memory. `size`: how long it was; what there was no room for is passed over, so that the rest
    of the form can still be read. All of them together have an end."""

    everywhere = 0

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.size, self._kept, self._budget = 0, 0, budget

    def write(self, part: Any) -> int:
        room = min(len(part), self._budget.left)
        if Held.everywhere + room > MOST_HELD:
            raise CaseError("busy")
        self.size, self._kept, self._budget.left = (
            self.size + len(part), self._kept + room, self._budget.left - room)
        Held.everywhere += room
        super().write(part[:room])
        return len(part)

    def close(self) -> None:
        Held.everywhere, self._kept = Held.everywhere - self._kept, 0
        super().close()


class _Nowhere(BytesIO):
    """Keeps nothing."""

    def write(self, part: Any) -> int:
        return len(part)
