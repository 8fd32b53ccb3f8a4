"""A unit of work: all of it or nothing, and each command once."""

import time
from dataclasses import replace

import eventlet
import pytest
from sqlalchemy import func, select

from rongcuo.chassis.database.tables import command_log, ledger, outbox
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import read_lines
from rongcuo.chassis.triggers import AlreadyAnswered, Command, Query, Tick
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review.operations import CASE
from tests.integration.chassis.shelf import OTHER, READER, Book, ShelfStorage, books, place


def count(runtime: ServiceRuntime, *tables) -> list[int]:
    with runtime.database.reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in tables]


def everything(runtime: ServiceRuntime) -> list[int]:
    return count(runtime, books, outbox, ledger, command_log)


def test_row_event_ledger_line_and_answer_are_one(runtime):
    book_id = place(runtime, "c1", "论语")
    assert everything(runtime) == [1, 1, 1, 1]
    sent = runtime.outbox.take_batch()[0]
    assert (sent.subject, sent.sequence, sent.type_name) == (book_id, 1, "shelf.book_placed.v1")
    assert (sent.source, sent.body) == ("shelf", '{"title":"论语"}')
    assert sent.time.tzinfo is not None


def test_leaving_without_commit_leaves_nothing(runtime):
    with runtime.context(Command("c1", "d"), READER).unit() as unit:
        unit.store.put(Book(id="b1", title="论语"))
        unit.audit("looked", "b1")
    assert everything(runtime) == [0, 0, 0, 0]


def test_a_refusal_leaves_nothing_and_the_command_may_come_again(runtime):
    def borrow() -> None:
        with runtime.context(Command("c1", "d"), READER).unit() as unit:
            unit.store.put(Book(id="b1", title="论语"))
            unit.store.get("no such book")

    with pytest.raises(CaseError, match="not_found"):
        borrow()
    assert everything(runtime) == [0, 0, 0, 0]
    with runtime.context(Command("c1", "d"), READER).unit() as unit:
        unit.commit(Book(id="b1", title="论语"))
    assert everything(runtime) == [1, 0, 0, 1]


def test_the_same_command_again_gets_the_first_answer(runtime):
    book_id = place(runtime, "c1")
    with pytest.raises(AlreadyAnswered) as again:
        place(runtime, "c1")
    assert again.value.answer == {"id": book_id}
    assert everything(runtime) == [1, 1, 1, 1]


@pytest.mark.parametrize(("command", "actor"), [(Command("c1", "another digest"), READER),
                                                (Command("c1", "digest of 论语"), OTHER)])
def test_another_command_under_the_same_id_is_refused(runtime, command, actor):
    place(runtime, "c1", "论语")
    with pytest.raises(CaseError, match="command_reused"), runtime.context(command, actor).unit() as unit:
        unit.commit(Book(id="another", title="孟子"))
    assert everything(runtime) == [1, 1, 1, 1]


@pytest.mark.parametrize("refusal", [CaseError("invalid"), CaseError("forbidden")])
def test_a_command_that_would_be_refused_by_now_still_gets_its_first_answer(runtime, refusal):
    book_id = place(runtime, "c1", "论语")
    with pytest.raises(AlreadyAnswered) as again, \
            runtime.context(Command("c1", "digest of 论语"), READER).unit():
        raise refusal
    assert again.value.answer == {"id": book_id}


def test_a_command_done_before_touches_nothing_however_much_it_does_until_it_is_noticed(runtime):
    book_id = place(runtime, "c1", "论语")

    def do_much() -> None:
        with runtime.context(Command("c1", "digest of 论语"), READER).unit() as unit:
            book = unit.store.get(book_id)
            book.place("孟子")
            unit.audit("looked", book_id)
            unit.commit(book, Book(id="second", title="second"))

    with pytest.raises(AlreadyAnswered):
        do_much()
    assert everything(runtime) == [1, 1, 1, 1]


def test_twins_at_the_same_time_have_one_effect(runtime):
    def attempt() -> object:
        try:
            return {"id": place(runtime, "c1")}
        except AlreadyAnswered as before:
            return before.answer

    answers = [twin.wait() for twin in [eventlet.spawn(attempt) for _ in range(10)]]
    assert everything(runtime) == [1, 1, 1, 1]
    assert all(answer == answers[0] for answer in answers)


def test_a_twin_takes_over_where_the_first_fails(runtime):
    inside, go_on = eventlet.event.Event(), eventlet.event.Event()

    def fail() -> None:
        with runtime.context(Command("c1", "digest of 论语"), READER).unit() as unit:
            unit.store.session.scalar(select(func.count()).select_from(books))    # now the claim is there
            inside.send()
            go_on.wait()
            raise CaseError("invalid")

    first = eventlet.spawn(fail)
    inside.wait()
    second = eventlet.spawn(place, runtime, "c1")
    eventlet.sleep(0.05)       # the second may reach the first's row; there is one effect if it does not
    go_on.send()
    with pytest.raises((CaseError, AlreadyAnswered), match=r"invalid|answered before"):
        first.wait()           # Answered where the twin was done before the first looked for one
    second.wait()
    assert everything(runtime) == [1, 1, 1, 1]


def change(runtime: ServiceRuntime, command_id: str, book: Book) -> None:
    with runtime.context(Command(command_id, "d"), READER).unit() as unit:
        unit.store.get(book.id)          # the row as it is now, while the book may be of an earlier version
        unit.commit(book)


def test_two_changes_of_one_version_can_not_both_be(runtime):
    book_id = place(runtime, "c1")
    with runtime.database.reading() as session:
        fresh, stale = (ShelfStorage(session).get(book_id) for _ in range(2))
    for book, command in ((fresh, "c2"), (stale, "c3")):
        book.place(command)
    change(runtime, "c2", fresh)
    with pytest.raises(CaseError, match="changed_meanwhile"):
        change(runtime, "c3", stale)
    assert everything(runtime) == [1, 2, 2, 2]


def test_one_command_has_one_unit(runtime):
    context = runtime.context(Command("c1", "d"), READER)
    with context.unit() as unit:
        unit.commit()
        with pytest.raises(RuntimeError, match="committed"):
            unit.audit("late", "b1")
    with pytest.raises(RuntimeError, match="one unit of work"), context.unit():
        pass


def test_a_timer_has_as_many_units_as_it_needs_one_after_another(runtime):
    context = runtime.context(Tick())
    for number in (1, 2):
        with context.unit() as unit:
            unit.commit(Book(id=f"b{number}", title=""))
            with pytest.raises(RuntimeError), context.unit():
                pass
    assert count(runtime, books) == [2]


def test_a_question_opens_no_unit(runtime):
    with pytest.raises(RuntimeError, match="query"), runtime.context(Query(), READER).unit():
        pass


def test_nobody_is_asked_inside_an_open_unit(runtime):
    def ask(operation, question):
        return f"{operation.name} {question}"

    context = runtime.context(Command("c1", "d"), READER, ask=ask)
    assert context.ask(CASE, "c1") == "review.case c1"
    with context.unit(), pytest.raises(RuntimeError, match="open unit"):
        context.ask(CASE, "c1")


def test_nothing_begins_after_its_deadline(runtime):
    late = runtime.context(Command("c1", "d"), READER, deadline=time.time() - 1)
    with pytest.raises(CaseError, match="deadline_passed"), late.unit():
        pass
    with runtime.context(Command("c1", "d"), READER, deadline=time.time() + 60).unit() as unit:
        unit.commit()
    assert count(runtime, command_log) == [1]


def test_a_command_tried_again_finds_the_same_new_ids(runtime):
    first, again = (runtime.context(Command("c1", "d"), READER) for _ in range(2))
    ids = [first.new_id(), first.new_id()]
    assert ids == [again.new_id(), again.new_id()]
    assert len({*ids, runtime.context(Tick()).new_id(), runtime.context(Tick()).new_id()}) == 4


def test_now_stands_still_in_a_context(runtime):
    context = runtime.context(Tick())
    assert context.now == context.now
    assert context.now.utcoffset().total_seconds() == 8 * 3600


def test_the_relay_is_told_of_commits_only(runtime):
    told = []
    runtime.on_commit = told.append
    with runtime.context(Command("c0", "d"), READER).unit():
        pass
    assert told == []
    place(runtime, "c1")
    [[event]] = told
    [kept] = runtime.outbox.take_batch()
    assert event == replace(kept, seq=0)


def test_a_note_is_a_ledger_line_of_strings_and_integers(runtime):
    with runtime.context(Command("c1", "d"), READER).unit() as unit:
        for value in (True, 1.5, None):
            with pytest.raises(TypeError, match="strings and integers"):
                unit.audit("looked", "b1", pages=value)
        unit.audit("looked", "b1", pages=3)
        unit.commit()
    assert runtime.ledger.number() == 1
    with runtime.database.reading() as session:
        assert '"facts":{"pages":3}' in read_lines(session)[0].body


def test_text_that_no_database_can_hold_is_the_senders_error(runtime):
    with pytest.raises(CaseError, match="invalid"):
        place(runtime, "c1", "half a pair: \ud800")
    assert everything(runtime) == [0, 0, 0, 0]
