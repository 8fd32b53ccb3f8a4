"""What is printed comes back however it is typed, and what is mistyped is seen."""

import pytest

from rongcuo.contracts.custody import Group
from rongcuo.sealing.errors import Mistyped
from rongcuo.sealing.paper import SIGNS, Card, Share, new_code, read_code

CARD = Card(Group.A, bytes(range(16)))


def test_a_card_comes_back_in_any_case_width_and_spacing() -> None:
    printed = str(CARD)
    assert printed.startswith("A")
    assert [len(four) for four in printed.split("-")] == [4] * 7
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in printed)
    confused = printed.replace("0", "O").replace("1", "l")
    for typed in (printed, printed.lower(), printed.replace("-", " "), f"  {wide}\n", confused):
        assert Card.read(typed) == CARD


def test_a_share_comes_back_with_its_number() -> None:
    share = Share(5, b"\xff" * 16)
    assert Share.read(str(share)) == share


def test_a_card_is_no_share_and_a_share_no_card() -> None:
    with pytest.raises(Mistyped):
        Share.read(str(CARD))
    with pytest.raises(Mistyped):
        Card.read(str(Share(1, CARD.secret)))


@pytest.mark.parametrize("printed", [str(CARD).replace("-", ""), new_code().replace("-", "")])
def test_every_wrong_sign_and_every_two_that_changed_places_are_seen(printed: str) -> None:
    read = Card.read if len(printed) > 16 else read_code
    read(printed)
    wrong = [printed[:at] + other + printed[at + 1:] for at, sign in enumerate(printed) for other in SIGNS
             if other != sign]
    swapped = [printed[:at] + printed[at + 1] + printed[at] + printed[at + 2:]
               for at in range(len(printed) - 1) if printed[at] != printed[at + 1]]
    for typed in (*wrong, *swapped):
        with pytest.raises(Mistyped):
            read(typed)


@pytest.mark.parametrize("typed", [
    "", "A", "UUUU-UUUU-UUUU-UUUU", "０" * 17, "A" * 10_000, "王" * 16, "\0" * 16], ids=len)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Mistyped):
        read_code(typed)
    with pytest.raises(Mistyped):
        Card.read(typed)


def test_codes_are_sixteen_signs_and_never_the_same() -> None:
    codes = {read_code(new_code()) for _ in range(1000)}
    assert len(codes) == 1000
    assert {len(code) for code in codes} == {16}


def test_no_card_or_share_is_told_by_accident() -> None:
    assert str(CARD.secret) not in repr(CARD)
    assert "secret" not in repr(CARD)
    assert "value" not in repr(Share(1, CARD.secret))
