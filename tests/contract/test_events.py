"""Every event of every service: declared once, sampled once per version, readable for ever."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rongcuo.contracts.determination.events import FORMER_NAMES
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import UPCASTS, load_event
from rongcuo.contracts.serialisation import dump
from tests.contract.shapes import FROZEN, SAMPLES, broken, declared, read, shape
from tests.contract.values import built

EVENTS = declared()
each_event = pytest.mark.parametrize("name", sorted(EVENTS))
each_sample = pytest.mark.parametrize("name", sorted(file.stem for file in SAMPLES.glob("*.json")))


@each_event
def test_every_event_has_a_sample_and_a_frozen_shape(name: str) -> None:
    assert (SAMPLES / f"{name}.json").is_file(), "store what it looks like on the wire"
    assert (FROZEN / f"{name}.json").is_file(), "python -m tests.contract.shapes"


@each_sample
def test_a_sample_of_any_version_loads_for_ever(name: str) -> None:
    event = load_event(name, read(SAMPLES / f"{name}.json"))
    assert event.type_name() in EVENTS
    assert load_event(event.type_name(), dump(event)) == event


@each_event
def test_a_sample_shows_every_field(name: str) -> None:
    """Also those with a default: otherwise nobody would notice that one no longer loads."""
    assert set(read(SAMPLES / f"{name}.json")) == {field.name for field in dataclasses.fields(EVENTS[name])}


@each_event
@settings(max_examples=20)
@given(data=st.data())
def test_what_is_sent_is_what_arrives(name: str, data: st.DataObject) -> None:
    event = data.draw(built(EVENTS[name]))
    assert load_event(name, json.loads(json.dumps(dump(event)))) == event


@each_event
def test_a_newer_senders_fields_are_ignored_and_missing_ones_refused(name: str) -> None:
    sample = read(SAMPLES / f"{name}.json")
    assert load_event(name, {**sample, "of_a_later_year": 1}) == load_event(name, sample)
    required = next(field for field, told in shape(EVENTS[name]).items() if told["required"])
    with pytest.raises(CaseError, match="invalid"):
        load_event(name, {field: value for field, value in sample.items() if field != required})


@each_event
def test_a_payload_in_use_is_not_edited(name: str) -> None:
    frozen, now = read(FROZEN / f"{name}.json"), shape(EVENTS[name])
    assert not list(broken(frozen, now)), "make a new version and an @upcast instead"
    assert now == frozen, "a field is new: python -m tests.contract.shapes"


def test_what_was_declared_once_is_never_forgotten() -> None:
    frozen = {file.stem for file in FROZEN.glob("*.json")}
    assert frozen <= EVENTS.keys() | UPCASTS.keys()


def test_the_name_on_the_wire_is_service_event_and_version() -> None:
    for name, event in EVENTS.items():
        assert name == f"{event.source}.{event.kind}.v{event.version}"
        assert event.__module__.split(".")[2] == event.source


def test_what_another_service_told_before_it_moved_stays_readable() -> None:
    former = {old: new for old, (new, _) in UPCASTS.items() if EVENTS[new].source != old.partition(".")[0]}
    assert former == FORMER_NAMES
    assert set(former.values()) == {name for name, event in EVENTS.items() if event.source == "determination"}
    for old, new in former.items():
        sample = read(SAMPLES / f"{new}.json")
        assert load_event(old, sample) == load_event(new, sample)


def test_an_unknown_version_is_told_as_such() -> None:
    with pytest.raises(CaseError, match=r"events\.unknown_version"):
        load_event("filing.filing_submitted.v99", {})


# ---------------------------------------------------------------------- the guard itself

BEFORE = shape(EVENTS["filing.filing_submitted.v1"])
OPTIONAL = {"kind": "String", "required": False, "null": False}


@pytest.mark.parametrize("edited", [
    {name: told for name, told in BEFORE.items() if name != "number"},
    {**BEFORE, "new": {**OPTIONAL, "required": True}},
    {**BEFORE, "number": {**BEFORE["number"], "kind": "Integer"}},
    {**BEFORE, "digest": {**BEFORE["digest"], "required": True}},
    {**BEFORE, "parties": {**BEFORE["parties"], "of": {**OPTIONAL, "kind": "Integer"}}},
], ids=["taken away", "required", "another kind", "became required", "another kind within"])
def test_the_guard_sees_an_edit_against_the_rule(edited: dict[str, Any]) -> None:
    assert len(list(broken(BEFORE, edited))) == 1


def test_the_guard_lets_an_optional_field_pass() -> None:
    assert not list(broken(BEFORE, {**BEFORE, "new": OPTIONAL}))


def test_a_choice_may_be_added_but_not_taken_away() -> None:
    before = shape(EVENTS["identity.officer_enrolled.v1"])
    grown = json.loads(json.dumps(before))
    grown["roles"]["of"]["choices"].append("observer")
    assert not list(broken(before, grown))
    assert list(broken(grown, before)) == [f"“roles” was {grown['roles']}, and is {before['roles']}"]
