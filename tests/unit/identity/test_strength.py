"""What a guesser would try soon is refused, and weighing it costs a bounded time."""

import pytest

from rongcuo.contracts.errors import CaseError
from services.identity.domain import strength
from services.identity.domain.strength import MOST_PASSWORD

LEET = "a4@b8c({[<e3g69i1!|l170o$s57+t%x2z"


def weak(password: str) -> bool:
    try:
        strength.require_strong(password, ("zhao.qing", "赵清"))
    except CaseError:
        return True
    return False


@pytest.mark.parametrize("password", [LEET, LEET * 3, "x" * MOST_PASSWORD, "quiet otter paints 七 lanterns"])
def test_no_more_is_weighed_than_can_be_in_time(password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[str] = []

    def weigh(text: str, user_inputs: list[str]) -> dict[str, int]:
        assert user_inputs
        weighed.append(text)
        return {"score": 0}

    monkeypatch.setattr(strength, "zxcvbn", weigh)
    assert weak(password)
    assert [len(text) <= 28 for text in weighed] == [True]


@pytest.mark.parametrize("password", [
    "quiet otter paints 七 lanterns", "narrow copper ladder under snow", "correct horse battery staple extra",
    LEET, "容错纠错二〇二六年嵩明县纪委监委备案", "xk7#Qp!zR2m xk7#Qp!zR2m"])
def test_what_is_hard_to_guess_is_taken(password: str) -> None:
    assert not weak(password)


@pytest.mark.parametrize("password", [
    "password password password password pass", "a" * 128, "1234567890" * 5, "abc" * 12,
    "zhao.qing zhao.qing zhao.qing zhao.qing zhao.qing",
    "P@$$w0rdP@$$w0rdP@$$w0rdP@$$w0rdP@$$w0rd", "zhao.qing.zhao.qing.zhao.qing.zhao.qing"])
def test_what_is_soon_guessed_is_refused_however_often_it_is_said(password: str) -> None:
    assert weak(password)
