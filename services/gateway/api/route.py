"""A route of the API: which address asks which service for what."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from services.gateway import body
from services.gateway.calls import Answer, ask, command_id, expected_tag
from services.gateway.session import actor

Handler = Callable[..., ResponseReturnValue]


@dataclass(frozen=True, kw_only=True)
class Route:
    """`takes` is the contract of the query or command, `gives` the view(s) of the answer. A route takes a
    file where it `uploads`, and gives one of the media type `file`.

    `asks` names `service.method`; a route that does more than ask has its own `does`. Fields that the address
    or a header fixes, and those named in `without`, are refused in the body. Not `keyed`: it holds or answers
    a secret, of which nothing is kept that could be answered again.
    """

    verb: str
    address: str
    takes: type[Any] | None
    gives: tuple[type[Any], ...]
    zh: str
    en: str
    asks: str = ""
    does: Handler | None = None
    status: int = 200
    without: tuple[str, ...] = ()
    public: bool = False
    keyed: bool = True
    uploads: bool = False
    file: str = ""

    @property
    def name(self) -> str:
        """Such as `post_filings_filing_id_submit`."""
        words = re.findall(r"\w+", self.address.replace("<id:", "").replace("-", "_"))
        return "_".join([self.verb.lower(), *words])

    @property
    def command(self) -> bool:
        """Whether it carries a command id."""
        return self.takes is not None and "command_id" in self.takes.__dataclass_fields__

    def handler(self) -> Handler:
        """What Flask calls."""
        return self.does or self._ask

    def _ask(self, **path: str) -> ResponseReturnValue:
        asker = actor()
        expected = expected_tag(request) if self.command else ""
        answer = ask(self.asks, self._payload(path), asker, expected)
        return jsonify(answer), self.status, tagged(answer)

    def _payload(self, path: Mapping[str, str]) -> Answer:
        if self.takes is None:
            return {}
        if self.verb == "GET":
            return body.query(self.takes, request.args, path)
        return command(self.takes, path, without=self.without)


@dataclass(frozen=True)
class Part:
    """Routes that belong together."""

    name: str
    title: str
    routes: tuple[Route, ...]


def get(address: str, asks: str, takes: type[Any], gives: type[Any], zh: str, en: str) -> Route:
    """A question with its parameters in the address."""
    return Route(verb="GET", address=address, asks=asks, takes=takes, gives=(gives,), zh=zh, en=en)


def post(address: str, asks: str, takes: type[Any], gives: type[Any], zh: str, en: str, *,
         verb: str = "POST", without: tuple[str, ...] = (), status: int = 200) -> Route:
    """A command with its content in the body."""
    return Route(verb=verb, address=address, asks=asks, takes=takes, gives=(gives,), zh=zh, en=en,
                 without=without, status=status)


def tagged(answer: Answer) -> dict[str, str]:
    """What is read can be sent back as If-Match with what is written: the later save never wins unseen."""
    return {"ETag": f'"{answer["tag"]}"'} if answer.get("tag") else {}


def command(contract: type[Any], path: Mapping[str, str], *, without: tuple[str, ...] = ()) -> Answer:
    """The command in the request's body, with its id, in wire form."""
    fixed = {**path, "command_id": command_id(request)}
    given = body.read_object(request)
    return body.worked(request.content_length, body.message, contract, given, fixed, without)
