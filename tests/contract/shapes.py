"""The shape of an event's payload, and the rule by which it may change.

A payload in use is never edited: a field may be added if it has a default, and nothing else. Whatever else is
needed is the next version, with an `@upcast` from this one. `frozen/` holds the shape of each event in use.

    python -m tests.contract.shapes    adds what is new to `frozen/`; what was edited stays red
"""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marshmallow import fields

import rongcuo.contracts
from rongcuo.contracts.events import EVENTS, Event
from rongcuo.contracts.serialisation import schema_class

HERE = Path(__file__).parent
SAMPLES, FROZEN = HERE / "samples", HERE / "frozen"
Shape = dict[str, Any]


def declared() -> dict[str, type[Event]]:
    """Every event that a service of ours declares, by its name on the wire."""
    for module in pkgutil.walk_packages(rongcuo.contracts.__path__, "rongcuo.contracts."):
        importlib.import_module(module.name)
    return {name: event for name, event in EVENTS.items() if event.__module__.startswith("rongcuo.")}


def shape(contract: type) -> Shape:
    """Each field's kind, and whether a sender must give it."""
    return {name: _field(field) for name, field in sorted(schema_class(contract)().fields.items())}


def _field(field: fields.Field) -> Shape:
    told: Shape = {"kind": type(field).__name__, "required": field.required, "null": bool(field.allow_none)}
    if isinstance(field, fields.List):
        told["of"] = _field(field.inner)
    if isinstance(field, fields.Nested):
        told["fields"] = {name: _field(inner) for name, inner in sorted(field.schema.fields.items())}
    if isinstance(field, fields.Enum):
        told["choices"] = sorted(str(member.value) for member in field.enum)
    return told


def broken(frozen: Shape, now: Shape) -> Iterator[str]:
    """What was edited against the rule, as sentences."""
    for name in frozen.keys() - now.keys():
        yield f"“{name}” was taken away"
    for name in now.keys() - frozen.keys():
        if now[name]["required"]:
            yield f"“{name}” was added without a default"
    for name in frozen.keys() & now.keys():
        if not _still(frozen[name], now[name]):
            yield f"“{name}” was {frozen[name]}, and is {now[name]}"


def _still(before: Shape, after: Shape) -> bool:
    """Whether what was sent before can still be read: a list of choices may grow, a nested object too."""
    if set(before.get("choices", ())) - set(after.get("choices", ())) or before["kind"] != after["kind"]:
        return False
    if (after["required"] and not before["required"]) or (before["null"] and not after["null"]):
        return False
    if "of" in before and not _still(before["of"], after["of"]):
        return False
    return not list(broken(before.get("fields", {}), after.get("fields", {})))


def read(file: Path) -> Shape:
    return json.loads(file.read_text("utf-8"))


def freeze() -> None:
    """Write down the shapes of new events and of new fields; leave alone what was edited against the rule."""
    for name, event in declared().items():
        file, now = FROZEN / f"{name}.json", shape(event)
        if not file.exists() or (read(file) != now and not list(broken(read(file), now))):
            file.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    freeze()
