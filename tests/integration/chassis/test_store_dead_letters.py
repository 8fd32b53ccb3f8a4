"""Dead letters: kept whole, decided once, and those behind them set free."""

from hashlib import sha256

import pytest

from rongcuo.chassis.dead_letters.store import DeadLetterState
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import read_lines
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import READER


def keep(runtime: ServiceRuntime, sequence: int, reason_code: str = "invalid") -> None:
    runtime.dead_letters.keep(consumer="shelf:filing", body=b"\xff\x00{", headers={"ce-type": "文件"},
                              reason_code=reason_code, reason="看不懂", attempts=5, event_id=f"e{sequence}",
                              type_name="filing.x.v1", subject="filing-1", sequence=sequence)


def states(runtime: ServiceRuntime) -> dict[int, str]:
    return {letter.sequence: letter.state for letter in runtime.dead_letters.list(state=None).rows}


def test_a_letter_is_kept_as_it_came(runtime):
    keep(runtime, 1)
    letter = runtime.dead_letters.list().rows[0]
    assert letter == runtime.dead_letters.show(letter.letter_id)
    assert (letter.body, letter.headers, letter.reason) == (b"\xff\x00{", {"ce-type": "文件"}, "看不懂")
    assert (letter.state, letter.attempts, letter.decided_by) == (DeadLetterState.OPEN, 5, None)


def test_an_unreadable_message_is_kept_too(runtime):
    for body in (b"\x80pickle", b"{", b""):
        runtime.dead_letters.keep(consumer="shelf:filing", body=body, headers={}, attempts=1,
                                  reason_code="malformed", reason="")
    assert {letter.body for letter in runtime.dead_letters.list().rows} == {b"\x80pickle", b"{", b""}


def test_the_same_message_again_is_the_same_letter(runtime):
    keep(runtime, 1)
    keep(runtime, 1)
    assert [letter.attempts for letter in runtime.dead_letters.list().rows] == [10]


def test_sent_again_and_failed_again_it_is_open_again(runtime):
    keep(runtime, 1)
    letter = runtime.dead_letters.list().rows[0]
    first = runtime.dead_letters.ask_resend(letter.letter_id, READER)
    assert [found.decided for found in runtime.dead_letters.take_resends()] == [first.decided]
    keep(runtime, 1)                                              # fails before the resend is marked
    runtime.dead_letters.mark_resent([first.decided])
    assert states(runtime) == {1: "open"}
    again = runtime.dead_letters.ask_resend(letter.letter_id, READER)
    runtime.dead_letters.mark_resent([first.decided])             # of the time before
    assert states(runtime) == {1: "resend"}
    runtime.dead_letters.mark_resent([again.decided])
    assert states(runtime) == {1: "resent"}
    assert runtime.dead_letters.take_resends() == []
    keep(runtime, 1)
    assert states(runtime) == {1: "open"}


@pytest.mark.parametrize("decide", ["ask_resend", "discard"])
def test_those_that_only_waited_go_with_the_first(runtime, decide):
    keep(runtime, 3, "events.out_of_order")
    keep(runtime, 2, "events.out_of_order")
    keep(runtime, 1)
    keep(runtime, 9, "review.not_assigned")
    first = next(letter for letter in runtime.dead_letters.list().rows if letter.sequence == 1)
    more = ["测试"] if decide == "discard" else []
    getattr(runtime.dead_letters, decide)(first.letter_id, READER, *more)
    decided = "resend" if decide == "ask_resend" else "discarded"
    assert states(runtime) == {1: decided, 2: "resend", 3: "resend", 9: "open"}
    in_order = [letter.sequence for letter in runtime.dead_letters.take_resends()]
    assert in_order == ([1, 2, 3] if decide == "ask_resend" else [2, 3])


def test_discarding_needs_a_reason_and_is_final(runtime):
    keep(runtime, 1)
    letter_id = runtime.dead_letters.list().rows[0].letter_id
    with pytest.raises(CaseError, match=r"dead_letter\.reason_missing"):
        runtime.dead_letters.discard(letter_id, READER, "  ")
    letter = runtime.dead_letters.discard(letter_id, READER, "测试数据")
    assert (letter.state, letter.decided_by, letter.decided_reason) == ("discarded", "officer-1", "测试数据")
    with pytest.raises(CaseError, match=r"dead_letter\.settled"):
        runtime.dead_letters.ask_resend(letter_id, READER)
    with pytest.raises(CaseError, match=r"dead_letter\.settled"):
        runtime.dead_letters.discard(letter_id, READER, "再次")
    keep(runtime, 1)
    assert states(runtime) == {1: "discarded"}


def test_a_decision_stands_in_the_ledger_without_names_or_reasons(runtime):
    keep(runtime, 1)
    runtime.dead_letters.discard(1, READER, "王某的来信")
    runtime.ledger.number()
    with runtime.database.reading() as session:
        line = read_lines(session)[0].body
    assert '"what":"dead_letter.discarded"' in line
    assert '"actor":"officer-1"' in line
    assert "王某" not in line
    assert sha256(b"\xff\x00{").hexdigest() not in line, "or who guesses a body can confirm it"
    assert READER.name not in line


def test_an_unknown_letter(runtime):
    with pytest.raises(CaseError, match="not_found"):
        runtime.dead_letters.show(404)
    with pytest.raises(CaseError, match="not_found"):
        runtime.dead_letters.ask_resend(404, READER)


def test_pages_of_letters(runtime):
    for sequence in range(1, 6):
        keep(runtime, sequence)
    first = runtime.dead_letters.list(limit=3)
    rest = runtime.dead_letters.list(cursor=first.cursor, limit=3)
    assert [letter.sequence for letter in (*first.rows, *rest.rows)] == [1, 2, 3, 4, 5]
    assert rest.cursor is None
