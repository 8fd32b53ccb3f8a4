"""Files and moves are counted in every kind of thread, and of a submission."""

from collections.abc import Callable
from functools import partial
from typing import Any

import eventlet
import pytest
from eventlet import patcher

from tools.count_moves import Moves, submissions


def defined(file: str, source: str) -> Callable[..., Any]:
    """The first function of a file."""
    names: dict[str, Any] = {}
    exec(compile(source, file, "exec"), names)  # noqa: S102
    return names["first"]


NEAR = defined("/ours/near.py", "def first(call):\n    return call()")
FAR = defined("/ours/far.py", "def first():\n    return beside()\ndef beside():\n    return 1")
LIBRARY = defined("/library.py", "def first(call):\n    return call()")


def natively(work: Callable[..., Any], *given: Any) -> None:
    thread = patcher.original("threading").Thread(target=work, args=given)
    thread.start()
    thread.join()


def greenly(work: Callable[..., Any], *given: Any) -> None:
    eventlet.spawn(work, *given).wait()


@pytest.mark.parametrize("run", [lambda work, *given: work(*given), greenly, natively])
@pytest.mark.parametrize(("work", "moves", "files"), [
    (partial(NEAR, FAR), 1, {"/ours/near.py", "/ours/far.py"}),
    (partial(NEAR, partial(LIBRARY, FAR)), 0, {"/ours/near.py", "/ours/far.py"}),
    (partial(NEAR, partial(NEAR, FAR)), 1, {"/ours/near.py", "/ours/far.py"}),
    (FAR, 0, {"/ours/far.py"}),
    (partial(LIBRARY, int), 0, set()),
])
def test_a_call_from_file_to_file_is_a_move(run: Callable[..., None], work: Callable[[], Any], moves: int,
                                            files: set[str]) -> None:
    counted = Moves(ours=("/ours/",))
    with counted.followed():
        counted.counting = True
        run(work)
        counted.counting = False
        run(work)
    assert (counted.moves, counted.files) == (moves, files)


def test_a_submission_goes_from_the_gateway_to_the_ledger() -> None:
    (files, moves), = submissions(1)
    assert 50 < files < moves
