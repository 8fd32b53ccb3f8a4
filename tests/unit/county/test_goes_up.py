"""What leaves a node is one declared table, and nothing else: no name, no word that anybody wrote, nothing of
reports."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from rongcuo.casework.counting import TELLINGS
from rongcuo.casework.counting.matter import subject_of
from rongcuo.chassis.database.types import canonical
from rongcuo.contracts import determination, filing
from rongcuo.contracts.events import Event
from rongcuo.contracts.province.line import Up
from rongcuo.contracts.serialisation import dump
from services.county.domain import GOES_UP, MatterGoingUp
from services.county.domain.goes_up import Matter
from tests.contract.shapes import SAMPLES, read
from tests.unit.insight.events import at, told

DECLARED = {
    Up.MATTER: {"source", "matter_id", "version", "organ_id", "case_number", "situation", "counts"},
    Up.WITNESS: {"notes", "keys"},
    Up.RETURN: {"organ_id", "period", "revision", "reason", "rows", "checksum", "signature", "submitted_at"},
    Up.APPROVAL_ASKED: {"request_id", "kind", "division_code", "provincial", "case_number", "summary",
                        "due_on", "asked_at"},
    Up.APPROVAL_WITHDRAWN: {"request_id", "at"},
    Up.APPROVAL_GIVEN: {"request_id", "outcome", "reason", "by", "officer_id", "at"},
    Up.PACK_TAKEN: {"name", "digest", "code", "at"}}
OF_PEOPLE = {"clarify", "vault", "identity"}


def going(*events: Event) -> MatterGoingUp:
    found = MatterGoingUp(matter=Matter(id=subject_of(events[0])))
    for event in events:
        found.hear(event)
    return found


def test_nothing_goes_up_but_what_is_declared() -> None:
    assert {kind: {each.name for each in fields(contract)} for kind, contract in GOES_UP.items()} == DECLARED


def test_nothing_is_heard_of_reports_and_of_those_they_name() -> None:
    assert not OF_PEOPLE & {kind.source for kind in TELLINGS}


@pytest.mark.parametrize("kind", TELLINGS, ids=lambda kind: kind.kind)
def test_no_word_that_anybody_wrote_and_no_person_leaves(kind: type[Event]) -> None:
    """The sample of each kind has names, titles and reasons, in Chinese, and the ids of people."""
    event = told(kind, ended=True)
    sample = read(SAMPLES / f"{kind.type_name()}.json")
    body = canonical(dump(going(event).entry))
    entry = json.loads(body)
    allowed = {entry["case_number"], entry["situation"], entry["organ_id"], entry["matter_id"]}
    written = {text for text in texts_of(sample) if any("一" <= sign <= "鿿" for sign in text)}
    people = {text for name, text in named(sample) if name.endswith(("_by", "_id", "subject_id"))
              and name not in ("filing_id", "case_id", "organ_id", "matter_id", "pack_id")}
    assert [text for text in (written | people) - allowed if len(text) > 1 and text in body] == []


def texts_of(value: Any) -> Iterator[str]:
    for _, text in named(value):
        yield text


def named(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from named(each, key)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from named(each, name)


def test_a_version_more_only_where_what_counts_for_everybody_changed() -> None:
    submitted = told(filing.FilingSubmitted, now=at(3, 2))
    found = going(submitted)
    assert found.version == 1
    found.hear(submitted)
    assert found.version == 1
    found.hear(told(filing.FilingAccepted, now=at(3, 4)))
    assert found.version == 2


def test_what_is_kept_from_somebody_does_not_go_up_until_it_is_over() -> None:
    opened = told(determination.DeterminationOpened, keys=("k",), now=at(3, 2))
    found = going(opened)
    assert (found.version, found.entry.counts) == (0, ())
    found.hear(told(determination.DeterminationMade, keys=("k",), now=at(3, 9), ended=True))
    assert found.version == 1
    assert {count.code for count in found.entry.counts} >= {"opened"}
    assert "k" in found.apart
