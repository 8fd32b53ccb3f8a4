"""What is far too large, for every command, form and upload, as the platform describes them."""

import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

import httpx

TIMES, MOST = 1_000, 1_000_000       # of each limit, and bytes that a body can have at all
BEYOND = 53_000_000                  # bytes of a file that is larger than promised
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=b"
LINE = "嵩明县杨桥街道办事处道路整改事项，编号，事项\r\n"
HEAD = b'--b\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: %s\r\n\r\n%s\r\n'
DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"


Path = tuple[Any, ...]
Much = Callable[[], Any]


@dataclass(frozen=True)
class Sent:
    """`body` is made when it is sent: there are many, and all are large. `taken`: it is no larger than what
    is promised, and must be taken; anything else is refused."""

    name: str
    verb: str
    address: str
    body: Callable[[], bytes]
    media_type: str
    taken: bool = False


def commands(http: httpx.Client) -> Iterator[Sent]:
    """Each list, mapping and text of each command at a thousand times its limit, as far as a body can hold
    it, and each command with as many keys and lists in lists as it can hold."""
    told = http.get("/api/openapi.json").json()
    for address, path in told["paths"].items():
        for verb in path.keys() & {"post", "put", "delete", "patch"}:
            content = path[verb].get("requestBody", {}).get("content", {})
            if JSON not in content:
                continue
            place = address.replace("{", "").replace("}", "")
            for part, much in _bodies(content[JSON]["schema"], told["components"]["schemas"]):
                yield Sent(f"{verb} {address}: {part}", verb, place, much, JSON)


def _bodies(schema: dict[str, Any], known: dict[str, Any]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "keys", partial(_json, (), _keys)
    yield "a long key", partial(_json, (), lambda: {"k" * (MOST - 20): 0})
    yield "lists in lists", partial(_json, ("x",), lambda: [[[{}]]] * (MOST // 20))
    for path, much in _oversized(schema, known):
        yield ".".join(map(str, path)), partial(_json, path, much)


def _json(path: Path, much: Much) -> bytes:
    return json.dumps(_placed(path, much())).encode()


def _oversized(schema: dict[str, Any], known: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, Much]]:
    for part in _alternatives(schema, known):
        if "maxItems" in part:
            for entry in ({}, "", [], 0):
                yield path, partial(_list, entry, min(part["maxItems"] * TIMES, MOST // 5))
            yield from _oversized(part["items"], known, (*path, 0))
        elif part.get("type") == "string" and "enum" not in part:
            yield path, partial("x".__mul__, min(part.get("maxLength", 1_000) * TIMES, MOST - 200))
        elif part.get("additionalProperties"):
            yield path, _keys
        for name, inner in part.get("properties", {}).items():
            yield from _oversized(inner, known, (*path, name))


def _list(entry: Any, length: int) -> list[Any]:
    return [entry] * length


def _keys() -> dict[str, Any]:
    return {f"k{number:05}": 0 for number in range(MOST // 15)}


def _alternatives(schema: dict[str, Any], known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in schema:
        schema = known[schema["$ref"].rsplit("/", 1)[-1]]
    joined = [*schema.get("oneOf", ()), *schema.get("anyOf", ()), *schema.get("allOf", ())]
    yield from chain.from_iterable(_alternatives(each, known) for each in joined)
    yield schema


def _placed(path: tuple[Any, ...], value: Any) -> Any:
    for name in reversed(path):
        value = [value] if isinstance(name, int) else {name: value}
    return value if isinstance(value, dict) else {"x": value}


def forms(addresses: list[str]) -> Iterator[Sent]:
    """What a form can be filled with, for every form of the console."""
    bodies = {"fields": b"a=1&" * (MOST // 4), "escapes": b"a=" + b"%ff" * (MOST // 3),
              "characters": b"a=" + b"%E4%BA%8B" * (MOST // 9), "a long name": b"a" * MOST}
    for address in addresses:
        for name, body in bodies.items():
            yield Sent(f"form {address}: {name}", "post", address, partial(bytes, body), FORM)
        part = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'
        yield Sent(f"form {address}: parts", "post", address, partial(part.__mul__, MOST // len(part)),
                   MULTIPART)


def uploads(address: str, large: int) -> Iterator[Sent]:
    """Files of up to `large` bytes, and what only looks like some."""
    yield _file(address, "报告.docx", DOCX, endless(large // 49), "a zip of endless parts")
    for encoding in ("utf-8", "gb18030"):
        line = LINE.encode(encoding)
        lines = line * (large // len(line))
        yield _file(address, "台账.csv", b"text/csv", lines, f"lines in {encoding}", True)
    yield _file(address, "台账.csv", b"text/csv", b"x" * BEYOND, "more than is promised")
    torn = {"parts": HEAD % (b"file", b"a.csv", b"text/csv", b"x") * 5_000,
            "a long head": b"--b\r\nX: " + b"y" * large,
            "many heads": b"--b\r\n" + b"X: y\r\n" * (large // 6),
            "nothing but lines": b"\r\n" * (large // 2),
            "almost boundaries": HEAD % (b"x", b"a.csv", b"text/csv", b"\r\n--bx" * (large // 6))}
    for name, body in torn.items():
        yield Sent(f"upload: {name}", "post", address, partial(bytes, body), MULTIPART)
    yield Sent("upload: fields", "post", address, partial(b"a=1&".__mul__, large // 4), FORM)


def _file(address: str, name: str, kind: bytes, content: bytes, told: str, taken: bool = False) -> Sent:
    body = HEAD % (b"file", name.encode(), kind, content) + b"--b--\r\n"
    return Sent(f"upload: {told}", "post", address, partial(bytes, body), MULTIPART, taken)


def endless(parts: int) -> bytes:
    """A zip whose table of contents has so many empty entries."""
    contents = (b"PK\x01\x02" + bytes(42)) * parts
    end = struct.pack("<HHHHIIH", 0, 0, parts & 0xFFFF, parts & 0xFFFF, len(contents), 30, 0)
    return b"PK\x03\x04" + bytes(26) + contents + b"PK\x05\x06" + end
