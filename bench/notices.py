"""How many notices leave a second while many wait: to a channel that answers at once, and by SMTP."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from bench.figures import Figure, Goal
from bench.stage import stage
from deploy.mailbox import Mailbox

WAITING = {"small": 4_000, "full": 20_000}      # for each of the two
MAILS = {"small": 1_000, "full": 20_000}        # of these so many are mailed
BARE = {"small": 500, "full": 2_000}


def measure(size: str) -> dict[str, Figure]:
    """`notices_per_s`, on PostgreSQL; over a local SMTP server under the same name with `.smtp` behind."""
    with stage("notices") as here, Mailbox(here.var / "mailbox") as mailbox:
        told = here.play("notices_sent", url=here.postgres.url("rongcuo_notify"), smtp=mailbox.url,
                         waiting=WAITING[size], mails=MAILS[size], bare=BARE[size])
        kept = len(list((mailbox.folder / "mails" / "new").iterdir()))
    if kept != told["smtp"]["sent"] + BARE[size]:
        raise RuntimeError(f"{kept} mails arrived")
    return {"notices_per_s": _rate(told["at_once"], 300), "notices_per_s.smtp": _rate(told["smtp"], 100)}


def _rate(told: Mapping[str, Any], goal: int) -> Figure:
    """From the first claim until the last receipt was noted. `p99`: the slowest of its whole seconds."""
    ends, bare = told["ends"], told["bare"]
    seconds = Counter(map(int, ends))
    middle = told["sent"] / told["seconds"]
    return Figure(unit="notices/s", n=told["sent"], median=middle,
                  p99=float(min((seconds[each] for each in range(int(ends[-1]))), default=0)),
                  floor=bare or None, ratio=middle / bare if bare else None,
                  goal=Goal(limit=goal, at_most=False), judged="median",
                  more={"waited": told["waiting"], "cpu_ms_each": round(told["cpu_ms"], 2)})
