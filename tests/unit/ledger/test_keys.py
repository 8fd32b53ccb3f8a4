"""The node's keys: private ones stay private, and every later key follows from the first."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from rongcuo.chassis.ledger import signed_note
from rongcuo.chassis.ledger.keys import KeyRing, announcements
from rongcuo.contracts.errors import CaseError
from tools import verify_ledger as outside

NOW = datetime(2026, 5, 6, 9, tzinfo=UTC)
Dying = Callable[[str, int], AbstractContextManager[None]]


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "ledger")


def private_files(ring: KeyRing) -> list[Path]:
    return list(ring.folder.glob("*.pem"))


def listed(ring: KeyRing) -> list[dict[str, str]]:
    return [{"vkey": signed_note.vkey("a/b", key.public),
             "endorsement": key.endorsement} for key in ring.known()]


def test_a_private_key_is_for_its_owner_only(ring: KeyRing) -> None:
    assert ring.signer() is None
    key = ring.make(NOW)
    (file,) = private_files(ring)
    assert file.stat().st_mode & 0o777 == 0o600
    assert ring.signer().public_key().public_bytes_raw() == key.public
    assert ring.known() == (key,)


def test_there_is_one_first_key_however_many_make_it(ring: KeyRing) -> None:
    def make(_: int) -> str:
        try:
            return ring.make(NOW).fingerprint
        except CaseError as refusal:
            return refusal.code

    with ThreadPoolExecutor(4) as people:
        made = list(people.map(make, range(4)))
    assert sorted(made)[1:] == ["ledger.key_exists"] * 3 or made.count("ledger.key_exists") == 3
    assert len(ring.known()) == 1


def test_rotating_destroys_the_old_private_key_and_keeps_the_public_one(ring: KeyRing) -> None:
    first, second = ring.make(NOW), ring.rotate(NOW)
    assert ring.known() == (first, second)
    assert [file.stem for file in private_files(ring)] == [second.fingerprint]
    assert ring.signer().public_key().public_bytes_raw() == second.public


class Killed(BaseException):
    """Nobody catches it, as nobody does a kill."""


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Dying:
    """Die where a method of Path is called the nth time, before it does anything."""
    @contextmanager
    def at(method: str, time: int) -> Iterator[None]:
        real, calls = getattr(Path, method), count(1)

        def die(file: Path, *given: Any, **more: Any) -> Any:
            if next(calls) == time:
                raise Killed
            return real(file, *given, **more)

        with monkeypatch.context() as patched:
            patched.setattr(Path, method, die)
            yield
    return at


DEATHS = [("replace", 1), ("replace", 2), ("unlink", 1)]    # the key, its listing, the old key's removal


@pytest.mark.parametrize(("method", "time"), DEATHS)
@pytest.mark.parametrize("next_step", ["clear", "rotate"])
def test_whatever_a_death_in_a_rotation_leaves_is_cleared_by_the_next_change(
        ring: KeyRing, dying: Dying, method: str, time: int, next_step: str) -> None:
    first = ring.make(NOW)
    with pytest.raises(Killed), dying(method, time):
        ring.rotate(NOW)
    listed_then = ring.known()
    assert listed_then[0] == first
    assert len(listed_then) == (2 if method == "unlink" else 1), "in use from the moment it is listed"
    assert ring.signer().public_key().public_bytes_raw() == listed_then[-1].public
    getattr(ring, next_step)(*([NOW] if next_step == "rotate" else []))
    assert {file.name for file in ring.folder.iterdir()} == {
        "lock", "keys.json", f"{ring.known()[-1].fingerprint}.pem"}
    assert len(outside.trusted(listed(ring), "a/b", [listed(ring)[0]["vkey"]])) == len(ring.known())


@pytest.mark.parametrize(("method", "time"), DEATHS[:2])
def test_a_first_key_whose_making_was_cut_short_is_made_the_next_time(
        ring: KeyRing, dying: Dying, method: str, time: int) -> None:
    with pytest.raises(Killed), dying(method, time):
        ring.make(NOW)
    assert ring.signer() is None
    left = [file.stem for file in private_files(ring)]
    key = ring.make(NOW)
    assert left in ([], [key.fingerprint])
    assert {file.name for file in ring.folder.iterdir()} == {"lock", "keys.json", f"{key.fingerprint}.pem"}


def test_who_lost_the_list_does_not_lose_the_key(ring: KeyRing) -> None:
    key = ring.make(NOW)
    (ring.folder / "keys.json").unlink()
    ring.clear()
    assert ring.make(NOW) == key


def test_with_an_old_list_nothing_is_destroyed(ring: KeyRing) -> None:
    ring.make(NOW)
    old = (ring.folder / "keys.json").read_bytes()
    second = ring.rotate(NOW)
    (ring.folder / "keys.json").write_bytes(old)
    with pytest.raises(CaseError, match=r"ledger\.keys_unreadable"):
        ring.rotate(NOW)
    assert [file.stem for file in private_files(ring)] == [second.fingerprint]


def test_every_key_has_its_announcement(ring: KeyRing) -> None:
    first, second = ring.make(NOW), ring.rotate(NOW)
    (made, of_first), (rotated, of_second) = announcements(ring.known())
    assert (made, of_first["key"]) == ("ledger.key_made", signed_note.base64(first.public))
    assert (rotated, of_second["old"], of_second["key"], of_second["endorsement"]) == (
        "ledger.key_rotated", of_first["key"], signed_note.base64(second.public), second.endorsement)


def test_a_lost_or_broken_private_key_is_told_as_such(ring: KeyRing) -> None:
    ring.make(NOW)
    (file,) = private_files(ring)
    for spoil in (lambda: file.write_bytes(b"not a key"), file.unlink):
        spoil()
        with pytest.raises(CaseError, match=r"ledger\.keys_unreadable"):
            ring.signer()


@pytest.mark.parametrize("content", [
    b"", b'""', b"[]", b"{}", b"null", b"[1]", b'[{"public": "?"}]', b"\xff"])
def test_a_broken_list_is_told_as_such_and_nothing_made_over_it(ring: KeyRing, content: bytes) -> None:
    ring.make(NOW)
    kept = private_files(ring)
    (ring.folder / "keys.json").write_bytes(content)
    for act in (ring.known, ring.signer, ring.clear, lambda: ring.make(NOW), lambda: ring.rotate(NOW)):
        with pytest.raises(CaseError, match=r"ledger\.keys_unreadable"):
            act()
    assert private_files(ring) == kept


def test_a_folder_that_can_not_be_read_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "ledger").write_text("not a folder")
    ring = KeyRing(tmp_path / "ledger")
    for act in (ring.known, ring.signer, ring.clear, lambda: ring.make(NOW)):
        with pytest.raises(CaseError, match=r"ledger\.keys_unreadable"):
            act()


def test_without_a_key_there_is_nothing_to_rotate(ring: KeyRing) -> None:
    with pytest.raises(CaseError, match=r"ledger\.no_key"):
        ring.rotate(NOW)


def test_who_trusts_one_key_can_follow_to_the_later_ones_only(ring: KeyRing) -> None:
    ring.make(NOW)
    for _ in range(2):
        ring.rotate(NOW)
    given = listed(ring)
    for number, one in enumerate(given):
        followed = outside.trusted(given, "a/b", [one["vkey"]])
        assert [key.public for key in followed] == [key.public for key in ring.known()[number:]]


def test_a_stranger_can_not_enter_the_succession(ring: KeyRing, tmp_path: Path) -> None:
    stranger = KeyRing(tmp_path / "stranger")
    stranger.make(NOW)
    stranger.rotate(NOW)
    ring.make(NOW)
    mine, (before, behind) = listed(ring), listed(stranger)
    for false in ([*mine, behind], [*mine, {**behind, "endorsement": ""}], [before, *mine],
                  [before, {**mine[0], "endorsement": behind["endorsement"]}]):
        with pytest.raises(outside.Wrong):
            outside.trusted(false, "a/b", [mine[0]["vkey"]])
    with pytest.raises(outside.Wrong):
        outside.trusted([before, behind], "a/b", [mine[0]["vkey"]])
    with pytest.raises(outside.Wrong):
        outside.trusted(mine, "a/c", [mine[0]["vkey"]])
