"""Kills at random, paced so that there is work under way whenever something dies."""

import random
import time
from collections import Counter
from collections.abc import Callable
from threading import Thread

from services import NAMES
from tests.chaos.homes import Town

DATABASE_SHARE = 0.04


class Killer(Thread):
    """Kills `kills` times, the broker `broker_kills` of them. `progress`: how far the work is, 0 to 1.

    It begins nothing more after `give_up`, a monotonic time.
    """

    def __init__(self, town: Town, kills: int, broker_kills: int, dice: random.Random,
                 progress: Callable[[], float], give_up: float) -> None:
        super().__init__(daemon=True)
        self._town, self._dice, self._progress, self._give_up = town, dice, progress, give_up
        self._victims = self._plan(kills, broker_kills)
        self.done: Counter[str] = Counter()
        self.failure: BaseException | None = None

    @property
    def share(self) -> float:
        """How much of the killing is done, 0 to 1."""
        return 1.0 if self.failure else sum(self.done.values()) / max(1, len(self._victims))

    def run(self) -> None:
        try:
            for number, victim in enumerate(self._victims):
                self._await_work(number / len(self._victims))
                if time.monotonic() > self._give_up:
                    return
                self._kill(victim)
                self.done[victim] += 1
        except BaseException as failure:  # noqa: BLE001  (told by whoever waits for us)
            self.failure = failure

    def _plan(self, kills: int, broker_kills: int) -> list[str]:
        databases = round(kills * DATABASE_SHARE)
        rest = kills - broker_kills - databases
        victims = ["broker"] * broker_kills + ["database"] * databases
        victims += [NAMES[number % len(NAMES)] for number in range(rest)]
        self._dice.shuffle(victims)
        return victims

    def _await_work(self, share: float) -> None:
        while self._progress() < share and time.monotonic() < self._give_up:
            time.sleep(0.02)
        time.sleep(self._dice.uniform(0.0, 0.3))

    def _kill(self, victim: str) -> None:
        if victim in self._town.nodes:
            node = self._town.nodes[victim]
            node.kill()
            time.sleep(self._dice.uniform(0.0, 1.0))
            node.start()
            return
        service = self._town.service(victim)
        service.kill()
        time.sleep(self._dice.uniform(0.0, 0.3))
        service.start()
        if self._dice.random() < 0.5:     # else the next one dies while this one is starting
            service.await_well(90)
