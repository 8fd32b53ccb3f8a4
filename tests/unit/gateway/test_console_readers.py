"""A form that asks for words says who reads them, and says of each the same as its command."""

from collections.abc import Iterator

import pytest

from rongcuo.contracts.readers import Reader
from rongcuo.contracts.serialisation import schema_class
from rongcuo.contracts.writing import Writing
from services.clarify.pages.acts import REPORT
from services.clarify.pages.clarification.acts import CLEARING
from services.clarify.pages.false_accusation.acts import INQUIRY
from services.gateway.console.case.actions import Act
from services.gateway.console.determination.actions import CASE
from services.gateway.console.determination.appeal import APPEAL
from services.gateway.console.meeting.actions import MEETING
from services.gateway.cookies import LANGUAGE
from services.vault.pages.order_acts import ORDER
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import Site, console

ASKING = ("words", "recusal", "adjourn", "chair")
KINDS = (CASE, APPEAL, MEETING, REPORT, CLEARING, INQUIRY, ORDER)
ACTS = {f"{kind.name}.{act.verb}": act for kind in KINDS
        for act in kind.acts.values() if act.fields in ASKING and act.wanted}


def readers(act: Act) -> Iterator[Reader | None]:
    """Of the words that the act's command has to have."""
    for field in schema_class(act.command.takes)().fields.values():
        yield from (each.read_by for each in field.validators
                    if isinstance(each, Writing) and not each.one_line and each.read_by)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_form_names_the_reader_of_its_command(act: Act) -> None:
    assert act.read_by is not None
    assert set(readers(act)) == {act.read_by}


@pytest.mark.parametrize(("verb", "told"), [
    ("recuse", "供本机关留存，报备人和当事人看不到。"), ("refuse", "当事人会看到。"),
    ("return", "办理本案的人会看到，当事人看不到。"), ("hand_up", "上级机关会看到")])
def test_who_fills_in_a_form_reads_it_there(verb: str, told: str) -> None:
    site = Site("lead", determination=case(verb))
    assert told in site.get(f"/determinations/f1/act/{verb}").text


def test_who_opens_a_page_first_does_not_set_its_language_for_everybody() -> None:
    """A word that is the same on every page is looked up for each reader, not once when it is first drawn."""
    english = {"headers": {"Cookie": f"{LANGUAGE}=en"}}
    with console().test_request_context():
        words = '{{ "filer" | reader_words }}, {{ "submitted" | state_word }}'
        first = console().jinja_env.from_string(words)
        assert first.render() == "报备人会看到。, 审查中"
    with console().test_request_context(**english):
        assert first.render() == "The filer reads it., Under review"
