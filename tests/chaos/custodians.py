"""What custodians do at the command line of a platform, and what each of them has in hand afterwards."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from rongcuo.contracts.custody import Group
from rongcuo.sealing.paper import Card, Share
from tests.chaos.door import ORGAN
from tests.chaos.homes import Home
from tests.chaos.processes import ROOT

HOLDERS = {Group.A: ("a1", "a2"), Group.B: ("b1", "b2")}
PRINTED = re.compile(r"fingerprint (\S+) ")
CARDS = re.compile(r"^  (\w+) +(\S+)$", re.MULTILINE)
SHARES = re.compile(r"^  (\S+)$", re.MULTILINE)
BUSY = "(busy: "
PATIENCE_S = 120


@dataclass(frozen=True, repr=False)
class Printed:
    """A group's key as it was printed once: a card for each custodian, and five shares of recovery."""

    group: Group
    key_id: str
    cards: dict[str, Card]
    shares: tuple[Share, ...]

    @property
    def holder(self) -> str:
        return HOLDERS[self.group][0]

    @property
    def card(self) -> Card:
        """Of the one custodian who goes over to the burglar, or does what is due."""
        return self.cards[self.holder]


def read(printed: str, group: Group) -> Printed | None:
    """None where nothing was printed yet."""
    found, cards, shares = PRINTED.search(printed), CARDS.findall(printed), SHARES.findall(printed)
    if found is None or len(cards) < len(HOLDERS[group]) or len(shares) < 5:
        return None
    return Printed(group, found[1], {holder: Card.read(card) for holder, card in cards},
                   tuple(map(Share.read, shares)))


def ceremony(home: Home, group: Group) -> Printed:
    """A group's first key."""
    printed = read(_done(home, "ceremony", ORGAN, group.value, *HOLDERS[group], typed="y\n"), group)
    assert printed
    return printed


def rotated(home: Home, before: Printed) -> Printed:
    """A group's next key, without anybody's interference."""
    told = _done(home, "rotate", ORGAN, before.group.value, *HOLDERS[before.group], "--holder", before.holder,
                 typed=f"{before.card}\ny\n")
    printed = read(told, before.group)
    assert printed
    return printed


def begun(home: Home, told: Path, *words: str, typed: str = "") -> subprocess.Popen[str]:
    """`rongcuo vault …` as a process of its own without a terminal, what it prints in a file."""
    told.parent.mkdir(parents=True, exist_ok=True)
    with told.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "rongcuo", "vault", *words], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
            env={**os.environ, **home.env, "PYTHONUNBUFFERED": "1"})
    assert process.stdin
    process.stdin.write(typed)
    process.stdin.close()
    return process


def _done(home: Home, *words: str, typed: str) -> str:
    """What was printed. The database may be busy: then they come again, as they are asked to."""
    told, deadline = home.folder / "custodians" / f"{words[0]}-{words[2]}", time.monotonic() + PATIENCE_S
    while True:
        ended, printed = begun(home, told, *words, typed=typed).wait(PATIENCE_S), told.read_text("utf-8")
        if not ended:
            return printed
        if BUSY not in printed or time.monotonic() > deadline:
            raise AssertionError(printed)
