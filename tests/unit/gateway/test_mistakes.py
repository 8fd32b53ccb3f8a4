"""What a form says where a command is invalid, however deep the field lies."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

from rongcuo.contracts import determination
from rongcuo.contracts.clarify import clarification, false_accusation
from rongcuo.contracts.clarify import commands as of_reports
from rongcuo.contracts.error_codes import CATALOGUE
from rongcuo.contracts.errors import CaseError
from services.gateway.console.page.field_words import FIELDS
from services.gateway.console.page.form_errors import FIELD_OF, by_field
from tests.unit.gateway.console_site import console

NOBODY_TYPES = {"command_id", "appeal_id", "meeting_id", "item_id", "item", "evidence_id", "criteria_set",
                "criterion", "initiation", "acknowledged", "as_read", "digest", "allegation_id",
                "entered_by", "recorded_by", "code",
                "content", "pseudonym", "reachable", "reporter_ref", "signed", "stage",     # of reports
                # what holds other fields, each of which has a word
                "concerned", "plan", "act", "visit", "weighing", "draft", "file", "person"}


def test_a_field_within_the_content_is_named_whether_it_or_a_rule_above_it_was_broken():
    deep = {"attachments": {0: {"name": ["must not hold a path"]}}}
    with console().test_request_context():
        for content in (deep, [deep]):
            mistake = CaseError("invalid", details={"fields": {"content": content}})
            assert list(by_field(mistake)) == ["attachments"]


def _typed_in(contract) -> Iterator[str]:
    """The names of a command's fields and of those within it."""
    for name, kind in get_type_hints(contract).items():
        inner = [part for part in (kind, *get_args(kind)) if is_dataclass(part)]
        if name != "attachments" and inner:
            yield from (each for part in inner for each in _typed_in(part))
        yield name


@pytest.mark.parametrize("commands", [
    determination.commands, of_reports, clarification.commands, false_accusation.commands],
    ids=lambda commands: commands.__name__)
def test_every_field_of_a_command_has_its_word(commands: ModuleType):
    names = {name for called, command in vars(commands).items()
             if is_dataclass(command) and command.__module__.startswith(commands.__name__)
             and not called.endswith("Query") for name in _typed_in(command)}
    assert names - set(FIELDS) - NOBODY_TYPES == set()


def test_a_field_is_named_by_its_form_and_not_by_what_lies_around_it():
    deep = {"terms": {"rectification": {"what": ["x"], "due_on": ["x"]}},
            "attachments": {"0": {"name": ["x"]}}}
    with console().test_request_context():
        assert list(by_field(CaseError("invalid", details={"fields": deep}))) == [
            "rectification", "due_on", "attachments"]


def test_a_refusal_stands_at_its_field():
    with console().test_request_context():
        assert "due_on" in by_field(CaseError("determination.rectification_in_the_past"))
    assert set(FIELD_OF) <= set(CATALOGUE)
