"""How forms are read: counted before they are taken apart, and never half."""

from io import BytesIO
from typing import IO, Any

from flask import Request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from services.gateway.body import MOST_BYTES

MOST_FIELDS = 1_000


class FormParser(FormDataParser):
    """Werkzeug's, which of itself counts the fields of one kind of form only, and takes what it can't read
    for an empty form."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **{**named, "silent": False})

    def parse(self, *given: Any, **named: Any) -> Any:
        try:
            return super().parse(*given, **named)
        except ValueError:
            raise BadRequest("the form is not well-formed") from None

    def _parse_urlencoded(self, stream: IO[bytes], mimetype: str, content_length: int | None,
                          options: dict[str, str]) -> Any:
        return super()._parse_urlencoded(_counted(stream), mimetype, content_length, options)


def _counted(stream: IO[bytes]) -> IO[bytes]:
    """A form in one piece, if it is no larger than a form can be, wherever files may come too."""
    text = BytesIO()
    while text.tell() <= MOST_BYTES and (more := stream.read(65_536)):
        text.write(more)
    if text.tell() > MOST_BYTES or text.getvalue().count(b"&") >= MOST_FIELDS:
        raise RequestEntityTooLarge
    text.seek(0)
    return text


class Incoming(Request):
    """A request whose forms are read so."""

    form_data_parser_class = FormParser
