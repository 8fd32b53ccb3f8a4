"""`dump` and `load` have ways of their own, which must lead where the contract's schema leads."""

import dataclasses
import json
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshmallow import Schema, ValidationError
from marshmallow_dataclass import class_schema

from rongcuo.contracts.bounding import excess
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import TolerantSchema, dump, load, schema_class
from tests.contract.shapes import declared
from tests.contract.values import built

declared()
CONTRACTS = {f"{kind.__module__}.{kind.__name__}": kind
             for name, module in sorted(sys.modules.items()) if name.startswith("rongcuo.contracts.")
             for kind in vars(module).values()
             if isinstance(kind, type) and kind.__module__ == name and dataclasses.is_dataclass(kind)
             and name != "rongcuo.contracts.operation"      # which is never sent
             and not kind.__name__.startswith(("Envelope", "Aggregate", "Actor", "Each", "Writing"))}
each_contract = pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
# Of each of three hundred contracts, each run others; a slow machine is no fault of the code.
some = settings(max_examples=5)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-10**10, 10**10), st.floats(allow_nan=False), st.text(max_size=5),
    st.sampled_from(["", "\x00", "长" * 300, "2026-02-30", "2026-01-01", "2026-01-01T00:00:00",
                     "2026-01-01T00:00:00Z", "true", "1", "filing", "organ"]))
ANYTHING = st.recursive(LEAVES, lambda within: st.one_of(
    st.lists(within, max_size=2),
    st.dictionaries(st.text(min_size=1, max_size=3), within, max_size=2)), max_leaves=4)


@cache
def schema(contract: type, tolerant: bool) -> Schema:
    return class_schema(contract, base_schema=TolerantSchema)() if tolerant else schema_class(contract)()


@each_contract
@some
@given(data=st.data())
def test_what_is_dumped_is_what_the_schema_dumps(contract: type, data: st.DataObject) -> None:
    message = data.draw(built(contract))
    told, expected = dump(message), schema(contract, False).dump(message)
    assert told == expected
    assert json.dumps(told) == json.dumps(expected)     # the order too, and 1 is not True


@each_contract
@some
@given(data=st.data(), tolerant=st.booleans())
def test_what_is_loaded_or_refused_is_what_the_schema_loads_or_refuses(
        contract: type, data: st.DataObject, tolerant: bool) -> None:
    plain = json.loads(json.dumps(schema(contract, False).dump(data.draw(built(contract)))))
    if data.draw(st.booleans()):
        spoil(plain, data)
    assert outcome(contract, plain, tolerant) == expected_outcome(contract, plain, tolerant)


def spoil(plain: Any, data: st.DataObject) -> None:
    """Something somewhere within becomes anything, goes missing, or is too much."""
    at = data.draw(st.sampled_from(sorted(plain)) if plain else st.just("more"))
    inner = plain.get(at)
    within = inner[0] if isinstance(inner, list) and inner else inner
    if isinstance(within, dict) and data.draw(st.booleans()):
        spoil(within, data)
    elif within is not inner and data.draw(st.booleans()):
        inner[0] = data.draw(ANYTHING)
    elif data.draw(st.booleans()):
        plain[at] = data.draw(ANYTHING)
    elif data.draw(st.booleans()):
        plain.pop(at, None)
    else:
        plain["more"] = data.draw(ANYTHING)


def outcome(contract: type, plain: Any, tolerant: bool) -> Any:
    try:
        return repr(load(contract, plain, tolerant=tolerant))
    except CaseError as error:
        return error.details["fields"]


def expected_outcome(contract: type, plain: Any, tolerant: bool) -> Any:
    """What is far too much is told before anything else is looked at, and alone."""
    try:
        return repr(schema(contract, tolerant).load(plain))
    except ValidationError as error:
        return excess(schema(contract, tolerant), plain) or error.messages
