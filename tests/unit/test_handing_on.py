"""A method that only hands on: what a service is called with reaches the use case, in the call's context."""

from typing import Any

from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR

from rongcuo.chassis.service import answers, carries_out, hears
from rongcuo.contracts.filing import operations
from rongcuo.contracts.review import ReviewAccepted


def heard(context: Any, given: Any) -> Any:
    return context, given


class Service:
    context = "the call's"
    submit = carries_out(operations.SUBMIT, heard)
    page = answers(operations.PAGE, heard)
    review_accepted = hears(ReviewAccepted, heard)


def test_each_hands_on_its_context_and_what_it_was_given() -> None:
    for name in ("submit", "page", "review_accepted"):
        assert getattr(Service(), name)("words") == ("the call's", "words")


def test_each_is_entered_as_the_decorator_of_its_kind_enters_one() -> None:
    entered = {name: entry for name in ("submit", "page", "review_accepted")
               for entry in getattr(getattr(Service, name), ENTRYPOINT_EXTENSIONS_ATTR)}
    assert (entered["submit"].operation, entered["page"].operation) == (operations.SUBMIT, operations.PAGE)
    assert entered["review_accepted"].event is ReviewAccepted
