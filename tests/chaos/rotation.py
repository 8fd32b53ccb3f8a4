"""S5: the groups' keys change while people report and everything is killed; all that was acknowledged can be
read afterwards, with the new cards. What was destroyed cannot, with both groups' cards and a backup."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count, repeat
from pathlib import Path
from threading import Event

from rongcuo.contracts.custody import Group
from tests.chaos.burglar import Loot, opened, taken
from tests.chaos.custodians import BUSY, HOLDERS, Printed, begun, ceremony, read
from tests.chaos.door import ORGAN, SETTINGS, Door
from tests.chaos.figures import Figures
from tests.chaos.homes import Cottage, Home, Town, place
from tests.chaos.processes import Nursery, until
from tests.chaos.sizes import Size

CLIENTS = 3
KILLED_WITHIN_S = 0.3       # of something that it has committed
SHREDDED_AT_ONCE = 2
MOST_TRIES = 20
SHREDDING_KILLED = 0.2      # the share of those that are killed half way
LONG_AGO = "2020-01-01"
MAKERS: dict[str, Callable[[Path, Nursery], Home]] = {
    "postgresql": lambda folder, nursery: Town(folder, nursery, settings=SETTINGS),
    "sqlite": lambda folder, nursery: Cottage(folder, nursery, SETTINGS)}


class Reporters:
    """They come all the time while the block lasts. `acknowledged`: their numbers."""

    def __init__(self, home: Home) -> None:
        self.door, self.acknowledged = Door(home.address), set[int]()
        self._numbers, self._stopping = count(1), Event()

    def come(self, people: int) -> None:
        """So many, one after another."""
        for _ in range(people):
            self._come()

    def __enter__(self) -> "Reporters":
        self._pool = ThreadPoolExecutor(CLIENTS)
        self._working = [self._pool.submit(self._keep_coming) for _ in range(CLIENTS)]
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for one in self._working:
            one.result()
        self._pool.shutdown()
        self.door.close()

    def _keep_coming(self) -> None:
        while not self._stopping.is_set():
            self._come()
            self._stopping.wait(0.1)

    def _come(self) -> None:
        number = next(self._numbers)
        self.door.deposit({"organ_id": ORGAN, "real_name": True, "identity": {"name": f"举报人第{number}"},
                           "contact": {"phone": f"139{number:08}"}, "words": "没有招标。"})
        self.acknowledged.add(number)


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    total = {"kept": 0, "lost": 0, "readable_after_shred": 0}
    for name, made in MAKERS.items():
        with made(place(f"rotation-{name}"), nursery) as home:
            found, more = _at_home(home, size, nursery, random.Random(f"rotation {name} {seed}"))
        total = {key: value + found[key] for key, value in total.items()}
        figures.put(rotation=total, rotation_more={**figures.all.get("rotation_more", {}), name: more})
        figures.tell(f"{name}: {found}, {more}")
        if found["lost"] or found["readable_after_shred"] or not found["kept"] or more["unreadable"]:
            figures.fail(f"rotation on {name}: {found}, {more}")


def _at_home(home: Home, size: Size, nursery: Nursery, dice: random.Random
             ) -> tuple[dict[str, int], dict[str, int]]:
    hands, killed = {group: ceremony(home, group) for group in Group}, {"half_way": 0, "services": 0}
    reporters = Reporters(home)
    reporters.come(size.rotated // 2)
    with reporters:
        for number in range(size.rotations):
            group = list(Group)[number % len(Group)]
            hands[group] = _rotated(home, hands[group], f"{number}", size.rotation_kills, dice, killed)
    both, before = list(hands.values()), taken(home)
    readable = opened(before, both)
    names = {content.get("name", "") for content in readable.values()}
    lost = [number for number in reporters.acknowledged if f"举报人第{number}" not in names]
    shredded = _shred(home, size.shredded, nursery, dice)
    return {"kept": len(reporters.acknowledged) - len(lost), "lost": len(lost),
            "readable_after_shred": _readable(home, before, shredded, both)}, {
        "rotations": size.rotations, "kills_half_way": killed["half_way"],
        "kills_of_vault": killed["services"], "unreadable": len(before.rows) - len(readable),
        "shredded": len(shredded), "not_shredded_readable": _others(home, both, shredded)}


def _rotated(home: Home, before: Printed, name: str, kills: int, dice: random.Random,
             killed: dict[str, int]) -> Printed:
    """Run again until it is done, whatever is killed meanwhile; the new key, as it was printed."""
    newest, told, card = before, home.folder / "custodians" / name, f"{before.card}\n"
    for turn in count():
        whole = [*HOLDERS[before.group]] if newest is before else []
        process = begun(home, told.with_suffix(f".{turn}"), "rotate", ORGAN, before.group.value, *whole,
                        "--holder", before.holder, typed=card + ("y\n" if whole else ""))
        if turn < kills:
            _await_some(home, before, process)
            time.sleep(dice.uniform(0.0, KILLED_WITHIN_S))
            if turn % 2:
                home.service("vault").kill()
                home.service("vault").start()
                killed["services"] += 1
            process.kill()
        ended = process.wait(300)
        printed = read(told.with_suffix(f".{turn}").read_text("utf-8"), before.group) if whole else None
        if printed and _in_use(home, printed.key_id):
            newest = printed
        killed["half_way"] += ended != 0 and _under(home, before) > 0 and newest is not before
        if newest is not before and not _under(home, before) and not _in_use(home, before.key_id):
            home.service("vault").await_well(90)
            return newest
    raise AssertionError


def _await_some(home: Home, before: Printed, process: subprocess.Popen[str]) -> None:
    """Until it has done something, the next key or some shares under it, or has ended."""
    at_first = _keys(home, before), _under(home, before)
    until(lambda: (_keys(home, before), _under(home, before)) != at_first or process.poll() is not None,
          300, "a rotation that gets on", 0.005)


def _keys(home: Home, before: Printed) -> int:
    asked = "SELECT count(*) FROM vault_group_key WHERE holders = ? AND retired_at IS NULL"
    return int(home.books.rows("vault", asked, [before.group.value])[0][0])


def _in_use(home: Home, key_id: str) -> bool:
    return bool(home.books.rows("vault", "SELECT 1 FROM vault_group_key WHERE key_id = ? "
                                         "AND retired_at IS NULL", [key_id]))


def _under(home: Home, key: Printed) -> int:
    """How many shares are boxed to it still."""
    asked = f"SELECT count(*) FROM vault_sealed_part WHERE key_{key.group.value} = ?"  # noqa: S608
    return int(home.books.rows("vault", asked, [key.key_id])[0][0])


def _shred(home: Home, people: int, nursery: Nursery, dice: random.Random) -> set[str]:
    """As at the end of retention, whose day is put back by hand. Some die half way; then it is done again."""
    wanted = sorted({row[0] for row in home.books.rows("vault", "SELECT id FROM vault_reporter")})
    chosen = dice.sample(wanted, min(people, len(wanted)))
    for reporter_ref in chosen:
        home.books.write("vault", "UPDATE vault_reporter SET retained_until = ? WHERE id = ?",
                         [LONG_AGO, reporter_ref])
    killed = {ref: dice.uniform(0.1, 0.6) for ref in chosen if dice.random() < SHREDDING_KILLED}
    with ThreadPoolExecutor(SHREDDED_AT_ONCE) as pool:
        list(pool.map(lambda ref: _shredded(home, ref, nursery, killed.get(ref, 0.0)), chosen))
    left = {row[0] for row in home.books.rows("vault", "SELECT reporter_ref FROM vault_sealed_part")}
    assert not left & {*chosen}, "parts are still there"
    return {*chosen}


def _shredded(home: Home, reporter_ref: str, nursery: Nursery, kill_after: float) -> None:
    """`kill_after`: seconds after which the first try is killed, if any. Who finds it busy comes again."""
    log = home.folder / "shredding" / reporter_ref
    for patience in (kill_after, *repeat(0.0, MOST_TRIES)):
        pid = nursery.bear(["vault", "shred", reporter_ref], home.env, log)
        if patience:
            time.sleep(patience)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: pid in nursery.ended, 120, f"the end of {reporter_ref}", 0.02)
        told = log.read_text("utf-8")
        if "destroyed" in told:
            return
        if not (patience or BUSY in told):
            break
    raise AssertionError(told)


def _readable(home: Home, backup: Loot, shredded: set[str], hands: list[Printed]) -> int:
    """With a backup of the databases of before, and the key store as it lies there now."""
    now = taken(home)
    rows = tuple(row for row in (*backup.rows, *now.rows) if row[0] in shredded)
    return len(opened(Loot(rows, backup.keys, now.node, now.shares), hands))


def _others(home: Home, hands: list[Printed], shredded: set[str]) -> int:
    return len({ref for ref, _ in opened(taken(home), hands)} - shredded)
