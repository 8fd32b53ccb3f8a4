"""What is far too much is refused before any of it is loaded, whatever the command, list or form."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from marshmallow import Schema, fields, validate

from rongcuo.contracts.bounding import LONGEST_NAME, MOST_FAULTS, MOST_NAMED
from rongcuo.contracts.rules import Each
from rongcuo.contracts.serialisation import schema_class
from services.gateway.api import every_part
from services.gateway.incoming import MOST_FIELDS, MOST_HEAD
from services.gateway.request_parsing import MOST_BYTES, MOST_PARTS, schema_of
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.site import SIGNED

ROUTES = [route for part in every_part() for route in part.routes
          if route.takes and route.verb != "GET" and not route.uploads]
COMMANDS = {(route.verb, "/api/v1" + re.sub(r"<id:\w+>", "x1", route.address)): route.takes
            for route in ROUTES}
URLENCODED = "application/x-www-form-urlencoded"
Path = tuple[str | int, ...]


def containers(schema: Schema, path: Path = ()) -> Iterator[tuple[Path, fields.Field[Any]]]:
    """Every list, mapping and text of a command, however deep, and the entries of its lists."""
    for name, field in schema.load_fields.items():
        here = (*path, name)
        if isinstance(field, fields.Nested):
            yield from containers(field.schema, here)
        elif isinstance(field, fields.List | fields.Dict | fields.String):
            yield here, field
            inner = getattr(field, "inner", None)
            if isinstance(inner, fields.Nested):
                yield from containers(inner.schema, (*here, 0))
            elif rules := [check.rule for check in field.validators if isinstance(check, Each)]:
                yield (*here, 0), fields.String(validate=rules)


def placed(path: Path, value: Any) -> Any:
    for name in reversed(path):
        value = [value] if isinstance(name, int) else {name: value}
    return value


def much_of(field: fields.Field[Any], count: int) -> Any:
    if isinstance(field, fields.String):
        return "x" * count
    return [{}] * count if isinstance(field, fields.List) else {f"k{number}": True for number in range(count)}


def limit_of(field: fields.Field[Any]) -> int:
    """0: a name of a safe alphabet, which is looked at no further than it may be long."""
    lengths = (check.max for check in field.validators if isinstance(check, validate.Length))
    return max((most for most in lengths if most), default=0)


EVERYTHING = [(*command, path, field) for command, route in zip(COMMANDS, ROUTES, strict=True)
              for path, field in containers(schema_of(route.takes))
              if limit_of(field)
              and path[0] not in {*route.without, *re.findall(r"<id:(\w+)>", route.address)}]


@pytest.fixture
def never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever loads what should have been refused before is found out."""
    def load(*_: Any, **__: Any) -> None:
        raise AssertionError("it was loaded")
    monkeypatch.setattr(Schema, "load", load)


def sent(client: Any, verb: str, address: str, body: Any) -> Any:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.open(address, method=verb, data=text, headers=SIGNED, content_type="application/json")


@pytest.mark.parametrize(("verb", "address"), COMMANDS)
def test_more_keys_than_a_body_can_have_are_too_large(caller, client, never_loaded, verb, address):
    for body in ({f"k{number}": 0 for number in range(MOST_PARTS + 1)}, {"x": [[]] * (MOST_PARTS + 1)}):
        answer = sent(client, verb, address, body)
        assert (answer.status_code, answer.get_json()["code"]) == (413, "too_large")
    assert {target for target, _ in caller.asked} <= {"identity.whose_token"}


@pytest.mark.parametrize(("verb", "address"), COMMANDS)
def test_many_unknown_keys_are_refused_by_a_few_names(client, never_loaded, verb, address):
    answer = sent(client, verb, address, {"k" * 2_000 + str(number): 0 for number in range(400)})
    assert answer.status_code == 422
    assert 1 <= len(answer.get_json()["errors"]) <= MOST_NAMED
    assert all(len(error["field"]) <= LONGEST_NAME for error in answer.get_json()["errors"])


@pytest.mark.parametrize(("verb", "address", "path", "field"), EVERYTHING,
                         ids=[f"{address}:{'.'.join(map(str, path))}" for _, address, path, _ in EVERYTHING])
def test_what_is_far_beyond_its_limit_is_refused_unread(client, never_loaded, verb, address, path, field):
    much = min(1_000 * limit_of(field), 9_000 if not isinstance(field, fields.String) else 300_000)
    answer = sent(client, verb, address, placed(path, much_of(field, much)))
    assert (answer.status_code, answer.get_json()["code"]) == (422, "invalid")
    assert [error["field"] for error in answer.get_json()["errors"]] == [".".join(map(str, path))]


def test_every_list_and_text_of_a_command_has_a_limit():
    for contract in COMMANDS.values():
        for path, field in containers(schema_class(contract)()):
            assert any(getattr(check, "max", None) or getattr(check, "regex", None)
                       for check in field.validators), (contract, path)


def test_a_text_of_nothing_but_commas_is_no_list(client):
    answer = sent(client, "POST", "/api/v1/tokens", {"username": "zheng", "password": "\\\"," * 50_000})
    assert [error["field"] for error in answer.get_json()["errors"]] == ["password"]


def test_errors_are_cut_before_they_are_worded(client):
    answer = sent(client, "POST", "/api/v1/filings", {"content": {"risks": [{"x": 0, "y": 0}] * 100}})
    assert len(answer.get_json()["errors"]) == MOST_FAULTS


@pytest.mark.parametrize("form", [b"&" * MOST_FIELDS, b"a=1&" * 100_000, b"x" * (MOST_BYTES + 1)])
@pytest.mark.parametrize("address", ["/sign-in", "/filings/new", "/filings/x1/attachments"])
def test_a_form_of_too_many_fields_is_too_large(form, address):
    answer = Site("subject").client.post(address, data=form, content_type=URLENCODED)
    assert answer.status_code == 413


@pytest.mark.parametrize("name", ['"' + "a" * MOST_HEAD + '"', ";" * MOST_HEAD, "*0*=" * MOST_HEAD])
def test_a_form_whose_part_is_all_head_is_too_large(name):
    form = f"--b\r\nContent-Disposition: form-data; name={name}\r\n\r\nx\r\n--b--"
    kind = "multipart/form-data; boundary=b"
    assert Site("subject").client.post("/sign-in", data=form, content_type=kind).status_code == 413


@pytest.mark.parametrize("form", [b"username=\xff\xfe", b"username=%ff%fe", b"--x"])
def test_a_form_that_cannot_be_read_is_no_forged_one(form):
    kind = "multipart/form-data; boundary=b" if form.startswith(b"--") else URLENCODED
    answer = Site("subject").client.post("/sign-in", data=form, content_type=kind)
    assert answer.status_code == 400
    assert "读懂" in answer.text
