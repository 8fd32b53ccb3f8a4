"""The node's keys: private ones stay private, and every later key follows from the first."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rongcuo.chassis.ledger import notes
from rongcuo.chassis.ledger.keys import Key, KeyRing
from rongcuo.contracts.errors import CaseError
from tools import verify_ledger as outside

NOW = datetime(2026, 5, 6, 9, tzinfo=UTC)


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "ledger")


def private_files(ring: KeyRing) -> list[Path]:
    return list(ring._folder.glob("*.pem"))


def listed(ring: KeyRing) -> list[dict[str, str]]:
    return [{"vkey": notes.vkey("a/b", key.public), "endorsement": key.endorsement} for key in ring.known()]


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
    first = ring.make(NOW)
    told: list[tuple[Key, Key]] = []
    second = ring.rotate(NOW, lambda *keys: told.append(keys))
    assert told == [(first, second)]
    assert ring.known() == (first, second)
    assert [file.stem for file in private_files(ring)] == [second.fingerprint]
    assert ring.signer().public_key().public_bytes_raw() == second.public


def test_a_rotation_that_can_not_be_told_does_not_happen(ring: KeyRing) -> None:
    first = ring.make(NOW)

    def fail(*_: Key) -> None:
        raise CaseError("busy")

    with pytest.raises(CaseError, match="busy"):
        ring.rotate(NOW, fail)
    assert ring.known() == (first,)
    assert [file.stem for file in private_files(ring)] == [first.fingerprint]


def test_a_lost_or_broken_private_key_is_told_as_such(ring: KeyRing) -> None:
    ring.make(NOW)
    (file,) = private_files(ring)
    for spoil in (lambda: file.write_bytes(b"not a key"), file.unlink):
        spoil()
        with pytest.raises(CaseError, match=r"ledger\.no_key"):
            ring.signer()


def test_without_a_key_there_is_nothing_to_rotate(ring: KeyRing) -> None:
    with pytest.raises(CaseError, match=r"ledger\.no_key"):
        ring.rotate(NOW, lambda *_: None)


def test_who_trusts_one_key_can_follow_to_the_later_ones_only(ring: KeyRing) -> None:
    ring.make(NOW)
    for _ in range(2):
        ring.rotate(NOW, lambda *_: None)
    given = listed(ring)
    for number, one in enumerate(given):
        followed = outside.trusted(given, "a/b", [one["vkey"]])
        assert [key.public for key in followed] == [key.public for key in ring.known()[number:]]


def test_a_stranger_can_not_enter_the_succession(ring: KeyRing, tmp_path: Path) -> None:
    stranger = KeyRing(tmp_path / "stranger")
    stranger.make(NOW)
    stranger.rotate(NOW, lambda *_: None)
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
