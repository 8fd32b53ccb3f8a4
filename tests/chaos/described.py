"""The API tried by its own description: schemathesis makes requests that fit it, and some that don't."""

from collections.abc import Callable
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as some
from schemathesis import GenerationMode

Seen = Callable[[str, int, bytes], None]
DOCUMENT = "/api/openapi.json"
ENDS_THE_SESSION = ("DELETE", "/tokens/current")     # would sign the tester out


def described(address: str, tokens: list[str], examples: int, number: int, seen: Seen) -> None:
    """`examples` requests per operation and token; each answer is handed to `seen`."""
    schema = schemathesis.openapi.from_url(address + DOCUMENT)
    modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
    with httpx.Client(base_url=address, timeout=60) as http:
        for result in schema.get_all_operations():
            operation = result.ok()
            if (operation.method.upper(), operation.path[-len(ENDS_THE_SESSION[1]):]) == ENDS_THE_SESSION:
                continue
            cases = some.one_of(*(operation.as_strategy(generation_mode=mode) for mode in modes))
            for place, token in enumerate(tokens):
                _try(cases, http, token, examples, number + place, seen)


def _try(cases: Any, http: httpx.Client, token: str, examples: int, number: int, seen: Seen) -> None:
    @seed(number)
    @settings(max_examples=examples, deadline=None, database=None, phases=[Phase.generate],
              verbosity=Verbosity.quiet, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def send(case: Any) -> None:
        signed = {"Authorization": f"Bearer {token}"}
        _send(http, case.as_transport_kwargs(base_url=str(http.base_url), headers=signed), seen)

    send()


def _send(http: httpx.Client, request: dict[str, Any], seen: Seen) -> None:
    wanted = {name: request[name] for name in ("method", "url", "params", "headers", "json", "cookies")
              if request.get(name) is not None}
    if request.get("data") is not None:
        wanted["content"] = request["data"]
    try:
        answer = http.request(**wanted)
    except (httpx.InvalidURL, UnicodeError, TypeError, ValueError, httpx.LocalProtocolError):
        return       # no client can send it
    asked = f"{answer.request.method} {answer.request.url} {request.get('json')!r}"
    seen(asked, answer.status_code, answer.content)
