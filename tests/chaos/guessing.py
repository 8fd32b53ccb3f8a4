"""Query codes guessed: how many an hour allows, what one costs, and whether an answer tells anything. A wrong
code, a mistyped one, one that is too short, and that of somebody who was destroyed are answered alike."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import httpx

from rongcuo.contracts.custody import Group
from rongcuo.sealing.paper import new_code
from tests.chaos.custodians import ceremony
from tests.chaos.door import ORGAN, SETTINGS, Door
from tests.chaos.figures import Figures
from tests.chaos.homes import Cottage, place
from tests.chaos.processes import Nursery, until
from tests.chaos.rotation import LONG_AGO
from tests.chaos.sizes import Size

THERE = "/api/v1/reporters/look"
AT_ONCE = 8
ALIKE = 1.1         # the slowest kind's median over the quickest one's; more would tell
SELDOM = 0.01
DRAWS = 500
OF_ONE = 20         # services/vault/attempts.py
LOCKED, WRONG, LATE, TOO_MANY = 429, 404, 504, "vault.too_many_codes"
OF_THE_REQUEST = ("reference",)
Answer = tuple[int, str, float]


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice = random.Random(f"guessing {seed}")
    with Cottage(place("guessing"), nursery, SETTINGS) as home:
        door = Door(home.address)
        for group in Group:
            ceremony(home, group)
        destroyed = _destroyed(home, nursery, door)
        kinds = {"wrong": new_code, "mistyped": lambda: _mistyped(new_code()),
                 "too short": lambda: new_code()[:9], "destroyed": lambda: destroyed}
        turns = [kind for kind in kinds for _ in range(size.guesses)]
        dice.shuffle(turns)
        answers: dict[str, list[Answer]] = {kind: [] for kind in kinds}
        for kind in turns:
            answers[kind].append(_guess(door, kinds[kind](), door.somebody()))
        from_one = _from_one(door)
        from_all, seconds = _from_many(door, size.guessed_by_all)
        door.close()
    # A late answer tells of a busy machine: it may come to any kind, and seldom.
    said = {(status, words) for each in answers.values() for status, words, _ in each if status != LATE}
    late = {kind: sum(status == LATE for status, *_ in each) for kind, each in answers.items()}
    medians = {kind: median(taken for *_, taken in each) for kind, each in answers.items()}
    ratio = max(medians.values()) / min(medians.values())
    chance = _by_chance([taken for each in answers.values() for *_, taken in each], len(kinds), dice)
    figures.put(guessing={
        "n": len(turns), "answers": len(said), "ratio_of_medians": round(ratio, 3),
        "ratio_by_chance": round(chance, 3),
        "ms": {kind: round(1000 * taken, 1) for kind, taken in medians.items()},
        "an_hour_from_one_address": from_one, "an_hour_from_all": from_all,
        "late": late,
        "tried_from_many": size.guessed_by_all, "seconds_from_many": round(seconds, 1)})
    figures.tell(str(figures.all["guessing"]))
    often_late = sum(late.values()) > SELDOM * len(turns)
    told_by_time = size.everything and ratio > max(ALIKE, chance)
    if len(said) != 1 or often_late or from_one != OF_ONE or told_by_time:
        figures.fail(f"guessing: answers {said}, medians {medians}, {from_one} from one address")


def _guess(door: Door, code: str, whom: dict[str, str]) -> Answer:
    """Status, words and seconds. The reference under which the answer may be asked about is left out."""
    begun = time.perf_counter()
    answer = door.http.post(THERE, headers=whom, json={"code": code})
    taken = time.perf_counter() - begun
    told = sorted((name, str(value)) for name, value in answer.json().items() if name not in OF_THE_REQUEST)
    return answer.status_code, str(told), taken


def _by_chance(times: list[float], kinds: int, dice: random.Random) -> float:
    """What the ratio is in all but one of a hundred where the kinds are drawn by lot: a machine with other
    work makes medians differ that have nothing to tell."""
    each, ratios = len(times) // kinds, []
    for _ in range(DRAWS):
        dice.shuffle(times)
        medians = [median(times[start:start + each]) for start in range(0, each * kinds, each)]
        ratios.append(max(medians) / min(medians))
    return sorted(ratios)[-DRAWS // 100]


def _from_one(door: Door) -> int:
    """How many wrong ones are taken from one address before it is told to come again."""
    whom = door.somebody()
    return next(number for number in range(10 * OF_ONE)
                if _guess(door, new_code(), whom)[0] == LOCKED)


def _from_many(door: Door, most: int) -> tuple[int, float]:
    """How many wrong ones of so many were looked at, each from an address of its own; in how many seconds."""
    begun = time.perf_counter()

    def tried(_: int) -> bool:
        while True:
            try:
                status, said, _ = _guess(door, new_code(), door.somebody())
            except httpx.HTTPError:
                continue
            if status == WRONG or TOO_MANY in said:     # else: too many at once
                return status == WRONG
            time.sleep(0.05)

    with ThreadPoolExecutor(AT_ONCE) as guessers:
        looked_at = sum(guessers.map(tried, range(most)))
    return looked_at, time.perf_counter() - begun


def _destroyed(home: Cottage, nursery: Nursery, door: Door) -> str:
    """The code of somebody of whom nothing is left."""
    code = str(door.post("/api/v1/reporters", door.somebody(), json={
        "organ_id": ORGAN, "words": "没有招标。"}).json()["code"])
    (reporter_ref,), = home.books.rows("vault", "SELECT id FROM vault_reporter")
    home.books.write("vault", "UPDATE vault_reporter SET retained_until = ?", [LONG_AGO])
    pid = nursery.bear(["vault", "shred", reporter_ref], home.env, home.folder / "shredding")
    until(lambda: pid in nursery.ended, 60, "the shredding")
    assert home.books.rows("vault", "SELECT 1 FROM vault_reporter WHERE destroyed_at IS NOT NULL")
    return code


def _mistyped(code: str) -> str:
    """Its last sign is another."""
    return code[:-1] + ("A" if code[-1] != "A" else "B")
