"""A route of the API: which address leads to which operation."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, cast

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.operation import Operation, Query
from services.gateway import request_parsing
from services.gateway.rpc import Answer, ask, command_id, expected_tag
from services.gateway.session import actor

Handler = Callable[..., ResponseReturnValue]


@dataclass(frozen=True, kw_only=True)
class Route:
    """`takes` is the contract of the query or command, `gives` the view(s) of the answer. A route takes a
    file where it `uploads`, and gives one of the media type `file`.

    One that does more than ask for its `operation`, or has none, has its own `does`. Fields that the address
    or a header fixes, and those named in `without`, are refused in the body. Not `keyed`: it holds or answers
    a secret, of which nothing is kept that could be answered again. `untraced`: of people of whom nobody
    may note from where they came.
    """

    verb: str
    address: str
    takes: type[Any] | None
    gives: tuple[type[Any], ...]
    zh: str
    en: str
    operation: Operation[Any, Any] | None = None
    does: Handler | None = None
    status: int = 200
    without: tuple[str, ...] = ()
    public: bool = False
    keyed: bool = True
    untraced: bool = False
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
        if self.does is None and self.operation is None:
            raise TypeError(f"{self.verb} {self.address} leads nowhere")
        return self.does or self._ask

    def _ask(self, **path: str) -> ResponseReturnValue:
        asker = actor()
        expected = expected_tag(request) if self.command else ""
        answer = ask(cast(Operation[Any, Any], self.operation), self._payload(path), asker, expected)
        return jsonify(answer), self.status, tagged(answer)

    def _payload(self, path: Mapping[str, str]) -> Answer:
        if self.takes is None:
            return {}
        if self.verb == "GET":
            return request_parsing.query(self.takes, request.args, path)
        return command(self.takes, path, self.without)


@dataclass(frozen=True)
class Part:
    """Routes that belong together."""

    name: str
    title: str
    routes: tuple[Route, ...]


def get(address: str, operation: Query[Any, Any], **more: Any) -> Route:
    """A question with its parameters in the address. `more`: of Route, in place of what that says."""
    return _route("GET", address, operation, more)


def post(address: str, operation: Operation[Any, Any], **more: Any) -> Route:
    """A command with its content in the body. `more`: of Route, in place of what that says."""
    return _route("POST", address, operation, more)


def _route(verb: str, address: str, operation: Operation[Any, Any], more: dict[str, Any]) -> Route:
    gives = () if operation.gives is NoneType else (operation.gives,)
    told: dict[str, Any] = {
        "verb": verb, "takes": operation.takes, "gives": gives, "zh": operation.zh, "en": operation.en}
    return Route(address=address, operation=operation, **told | more)


def tagged(answer: Answer) -> dict[str, str]:
    """What is read can be sent back as If-Match with what is written: the later save never wins unseen."""
    return {"ETag": f'"{answer["tag"]}"'} if answer.get("tag") else {}


def command(contract: type[Any], path: Mapping[str, str], without: tuple[str, ...] = ()) -> Answer:
    """The command in the request's body, with its id, in wire form."""
    fixed = {**path, "command_id": command_id(request)}
    given = request_parsing.read_object(request)
    return request_parsing.worked(
        request.content_length, request_parsing.message, contract, given, fixed, without)


def secret(operation: Operation[Any, Any], **fixed: str) -> Answer:
    """What the body says to an operation that is not keyed, in wire form."""
    return request_parsing.message(operation.takes, request_parsing.read_object(request), fixed)
