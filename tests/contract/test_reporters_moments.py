"""By which reference the vault knows a reporter, and at which second they were there, stands in no view of
clarify but for whom it is: every field that is called so is known here, and passes one function."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, get_args, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import FalseAccusationView, ReportView
from rongcuo.contracts.clarify import operations as of_reports
from rongcuo.contracts.clarify.clarification import operations as of_clearings
from rongcuo.contracts.clarify.false_accusation import operations as of_inquiries
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.operation import Operation
from rongcuo.policy.calendar import midnight
from services.clarify.domain.false_accusation import FalseAccusationVerb
from services.clarify.domain.verbs import Verb
from services.clarify.presenters.reporter import STEPS, of_reporter
from tests.contract.values import built

CALLED = ("read_at", "wrote_at", "unread_since", "reporter_ref")
PRESENTED = (ReportView, FalseAccusationView)
TO_THE_VAULT = {"Addressed.read_at"}      # to the platform alone, which asks for the reporter themselves
AT = datetime(2026, 5, 6, 12, 47, 41, 5, UTC)


def within(kind: Any, path: str = "") -> Iterator[str]:
    """Paths of all fields of a contract, however deep."""
    if dataclasses.is_dataclass(kind):
        for name, part in get_type_hints(kind).items():
            yield f"{path}.{name}"
            yield from within(part, f"{path}.{name}")
    for part in get_args(kind):
        yield from within(part, path)


def told(kind: type) -> set[str]:
    return {path for path in within(kind, kind.__name__) if path.rpartition(".")[2].endswith(CALLED)}


def answers() -> set[type]:
    modules = (of_reports, of_clearings, of_inquiries)
    return {each.gives for module in modules for each in vars(module).values()
            if isinstance(each, Operation) and dataclasses.is_dataclass(each.gives)}


def test_no_other_view_has_any_of_it() -> None:
    others = {path for each in answers() - {*PRESENTED} for path in told(each)}
    assert others == TO_THE_VAULT
    assert all(told(each) for each in PRESENTED)


def moments(contract: Any) -> Iterator[datetime]:
    for each in dataclasses.fields(contract):
        part = getattr(contract, each.name)
        if each.name.endswith(CALLED) and isinstance(part, datetime):
            yield part
        for inner in part if isinstance(part, tuple) else (part,):
            if dataclasses.is_dataclass(inner):
                yield from moments(inner)


@settings(max_examples=25)
@given(data=st.data())
def test_whoever_does_not_talk_with_them_reads_days_and_no_reference(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(PRESENTED))
    steps = tuple(HistoryEntry(what=each, actor_id=SYSTEM.officer_id, actor_name="系统", at=AT)
                  for each in sorted(STEPS))
    by_hand = HistoryEntry(what="complain", actor_id="zhao", actor_name="赵", at=AT)
    view = dataclasses.replace(data.draw(built(kind)), reporter_ref="r-1", history=(*steps, by_hand))
    later = AT + timedelta(days=30_000)
    shown = of_reporter(view, talks=False, now=later)
    assert shown.reporter_ref == ""
    assert of_reporter(view, talks=True, now=later).reporter_ref == "r-1"
    days = (*moments(shown), *(each.at for each in shown.history[:-1]),
            *(each.at for each in getattr(shown, "requests", ())))
    assert all((each.minute, each.second, each.microsecond) == (0, 0, 0) for each in days)
    assert shown.history[-1] == by_hand
    today = of_reporter(view, talks=False, now=AT + timedelta(minutes=1))
    assert today.history == (by_hand,), "what they do today is there tomorrow"
    at_once = of_reporter(view, talks=True, now=AT + timedelta(minutes=1))
    assert {each.what for each in at_once.history[:-1]} == STEPS - {"take_receipt"}
    assert all(each < midnight(AT) for each in moments(today))


def test_every_step_that_the_reporter_takes_is_among_them() -> None:
    taken = {each.value for verbs in (Verb, FalseAccusationVerb) for each in verbs
             if each.value.startswith("take_")} - {"take_check", "take_effect", "take_draft_back"}
    assert taken <= STEPS
