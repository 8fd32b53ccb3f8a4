"""What the hub has of its nodes, against what they have themselves and what their people were told. Read with
plain drivers; of the platform's code nothing is known."""

import json
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.chaos.books import Books
from tests.chaos.journeys import Journey

FILED, ACCEPTED = "filed", "accepted"
SUBMITTED = "filing.filing_submitted.v1"


@dataclass
class LineTally:
    """Every finding says of which node and what."""

    entries: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order)


def at_rest(hub: Books, nodes: dict[str, Books]) -> bool:
    """Whether the hub has all that the nodes gave, and they all that it gave."""
    theirs = {peer: (received, given) for peer, received, given in hub.rows(
        "province", "SELECT peer, received, given FROM province_stream")}
    for code, books in nodes.items():
        ends = books.rows("county", "SELECT given, acknowledged, received FROM county_stream")
        if len(ends) != 1 or code not in theirs:
            return False
        given, acknowledged, received = ends[0]
        if not given == acknowledged == theirs[code][0] or received != theirs[code][1]:
            return False
    return True


def come_to_rest(hub: Books, nodes: dict[str, Books], seconds: float) -> bool:
    """Given up after so long without progress. At rest is what stays so for a moment."""
    deadline, before, still = time.monotonic() + seconds, -1, 0
    while time.monotonic() < deadline and still < 3:
        still = still + 1 if at_rest(hub, nodes) else 0
        ((done,),) = hub.rows("province", "SELECT coalesce(sum(received), 0) FROM province_stream")
        if done != before:
            deadline, before = time.monotonic() + seconds, done
        time.sleep(0.7)
    return still >= 3


def recounted(hub: Books, nodes: dict[str, Books], journeys: dict[str, list[Journey]]) -> LineTally:
    """`come_to_rest` should have been awaited before."""
    tally = LineTally()
    for code, books in nodes.items():
        given = books.rows("county", "SELECT number, kind, body FROM seen_given ORDER BY number")
        tally.entries += len(given)
        _positions(hub, code, [number for number, *_ in given], tally)
        _matters(hub, books, code, [json.loads(body) for _, kind, body in given if kind == "matter"], tally)
        _witnesses(hub, code, [json.loads(body) for _, kind, body in given if kind == "witness"], tally)
        figures(hub, books, code, tally)
        _people(hub, books, code, journeys.get(code, []), tally)
    asides = hub.rows("province", "SELECT node, number, kind, code FROM province_aside")
    tally.lost += [f"kept aside: {row}" for row in asides]
    return tally


def _positions(hub: Books, code: str, given: list[int], tally: LineTally) -> None:
    """Each number was given once, and taken in one move that began where the one before it ended."""
    if given != list(range(1, len(given) + 1)):
        tally.doubled.append(f"{code}: numbers given are {given[:5]}…")
    had = 0
    for was, is_now in hub.rows(
            "province", "SELECT was, is_now FROM seen_received WHERE peer = ? ORDER BY seq", [code]):
        if was != had or is_now <= was:
            tally.out_of_order.append(f"{code}: from {was} to {is_now} after {had}")
        had = is_now
    if had < len(given):
        tally.lost.append(f"{code}: entries {had + 1} to {len(given)}")
    if had > len(given):
        tally.doubled.append(f"{code}: {had} received of {len(given)}")


def _matters(hub: Books, books: Books, code: str, told: list[dict], tally: LineTally) -> None:
    """Each stands as it was told last, and its versions came in order."""
    last = {f"{one['source']}:{one['matter_id']}": one for one in told}
    here = dict(books.rows("county", "SELECT id, version FROM county_matter WHERE version > 0"))
    there = {key: (version, counts) for key, version, counts in hub.rows(
        "province", "SELECT id, version, counts FROM province_matter WHERE node = ?", [code])}
    for key, one in last.items():
        version, counts = there.get(key, (0, []))
        counts = json.loads(counts) if isinstance(counts, str) else counts
        wanted = sorted([each["code"], each["period"], each["amount"], each["days"]]
                        for each in one["counts"])
        if (version, sorted(map(list, counts))) != (one["version"], wanted) or here.get(key) != version:
            tally.lost.append(f"{code}: {key} is {version}, told {one['version']}, here {here.get(key)}")
    tally.lost += [f"{code}: {key} never told" for key in here.keys() - last.keys()]
    tally.doubled += [f"{code}: {key} unheard of" for key in there.keys() - last.keys()]
    seen: dict[str, int] = {}
    for key, version in hub.rows(
            "province", "SELECT id, version FROM seen_matter WHERE node = ? ORDER BY seq", [code]):
        if version <= seen.get(key, 0):
            tally.out_of_order.append(f"{code}: {key} {version} after {seen[key]}")
        seen[key] = version


def _witnesses(hub: Books, code: str, told: list[dict], tally: LineTally) -> None:
    """Each checkpoint that was sent is kept once."""
    sent = {note for one in told for note in one["notes"]}
    kept = Counter(note for (note,) in hub.rows(
        "province", "SELECT note FROM province_witness WHERE node = ?", [code]))
    tally.lost += [f"{code}: witness {note[:40]!r}" for note in sent - kept.keys()]
    tally.doubled += [f"{code}: witness {note[:40]!r}" for note, times in kept.items()
                      if times > 1 or note not in sent]


def figures(hub: Books, books: Books, code: str, tally: LineTally) -> None:
    """The hub's of this place are those of the node's own dashboard."""
    question = "SELECT period, code, number, days FROM {} WHERE place = ? AND number <> 0"
    ours = {row[:2]: row[2:] for row in books.rows("insight", question.format("insight_figure"), [code])}
    theirs = {row[:2]: row[2:] for row in hub.rows("province", question.format("province_figure"), [code])}
    for key in sorted(ours.keys() | theirs.keys()):
        here, there = ours.get(key, (0, 0)), theirs.get(key, (0, 0))
        if here != there:
            (tally.lost if there < here else tally.doubled).append(f"{code}: {key} {there}, at home {here}")


def _people(hub: Books, books: Books, code: str, journeys: list[Journey], tally: LineTally) -> None:
    """What people were told, and what the node's ledger says, is what counts at the hub."""
    ((lines,),) = books.rows("filing", "SELECT count(DISTINCT subject) FROM ledger_subjects WHERE what = ?",
                             [SUBMITTED])
    wanted = {FILED: (len(journeys), lines),
              ACCEPTED: (sum(journey.acknowledged[-1:] == ["accept"] for journey in journeys),)}
    for figure, expected in wanted.items():
        found = sum(number for (number,) in hub.rows(
            "province", "SELECT number FROM province_figure WHERE place = ? AND code = ? "
                        "AND length(period) = 4", [code, figure]))
        for one in expected:
            if found != one:
                (tally.lost if found < one else tally.doubled).append(f"{code}: {figure} {found}, told {one}")
