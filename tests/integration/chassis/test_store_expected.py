"""What was read is what changes: a command may name the state that its sender saw."""

import pytest

from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import AlreadyAnswered, Command
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import READER, Book, ShelfStorage, place
from tests.integration.chassis.test_store_unit import everything


def retitle(runtime: ServiceRuntime[ShelfStorage], book_id: str, title: str, expected: str = "",
            command_id: str = "") -> str:
    """The tag afterwards."""
    context = runtime.context(Command(command_id or f"retitle {title}", title), READER, expected=expected)
    with context.unit() as unit:
        book = unit.store.get(book_id)
        book.place(title)
        return unit.commit(book, answer=book.tag)


def test_the_later_of_two_who_saw_the_same_is_told(runtime):
    book_id = place(runtime, "c1", "论语")
    seen = Book(id=book_id, version=1).tag
    after = retitle(runtime, book_id, "孟子", seen)
    before = everything(runtime)
    with pytest.raises(CaseError, match="changed_meanwhile"):
        retitle(runtime, book_id, "大学", seen)
    assert everything(runtime) == before
    assert retitle(runtime, book_id, "大学", after) != after


def test_who_expects_nothing_is_not_asked(runtime):
    book_id = place(runtime, "c1", "论语")
    retitle(runtime, book_id, "孟子")
    retitle(runtime, book_id, "大学")


def test_another_thing_s_state_is_not_this_one_s(runtime):
    book_id, other_id = place(runtime, "c1", "论语"), place(runtime, "c2", "诗经")
    with pytest.raises(CaseError, match="changed_meanwhile"):
        retitle(runtime, book_id, "孟子", Book(id=other_id, version=1).tag)


def test_a_command_sent_again_is_answered_as_before_whatever_has_changed_since(runtime):
    book_id = place(runtime, "c1", "论语")
    seen = Book(id=book_id, version=1).tag
    first = retitle(runtime, book_id, "孟子", seen, "c2")
    with pytest.raises(AlreadyAnswered) as again:
        retitle(runtime, book_id, "孟子", seen, "c2")
    assert again.value.answer == first


def test_a_change_that_no_event_tells_counts_too():
    book = Book(id="b1", version=3)
    read = book.tag
    book.edits += 1
    assert (book.tag_as_read, book.tag != read) == (read, True)
