"""How fast the relay empties an outbox, over how fast py-amqp publishes the same messages bare."""

from collections import Counter
from collections.abc import Callable
from statistics import median

from bench.figures import Figure, Goal, percentile
from bench.stage import Stage, stage
from deploy.local.background import wait_until

EVENTS = {"small": 8000, "full": 20_000}
ROUNDS = {"small": 2, "full": 3}
LOCK = "SELECT pg_advisory_lock(hashtext('rongcuo.relay'), hashtext(current_schema()))"
FILL = """INSERT INTO outbox (event_id, subject, sequence, type_name, source, correlation_id, time, body)
  SELECT md5(random()::text || n), md5(random()::text || n), 1, type_name, source, correlation_id, time, body
  FROM (SELECT * FROM outbox ORDER BY seq LIMIT 1) AS one, generate_series(1, %s) AS n"""
DATABASE = "rongcuo_filing"


def measure(size: str) -> dict[str, Figure]:
    """`relay_ratio`, in events a second. The queues are those of review and notify, which do not run."""
    with stage("relay") as here:
        here.serve("filing")
        here.play("submissions", bus=here.rabbit.url, n=1)
        ours, floor = zip(*(_round(here, EVENTS[size]) for _ in range(ROUNDS[size])), strict=True)
    middle, ground = median(ours), median(floor)
    return {"relay_ratio": Figure(
        unit="events/s", n=EVENTS[size] * ROUNDS[size], median=middle, p99=percentile(ours, 0.01),
        floor=ground, floor_p99=percentile(floor, 0.01), ratio=middle / ground,
        goal=Goal(limit=0.5, at_most=False))}


def _round(here: Stage, events: int) -> tuple[float, float]:
    """Our rate and the bare one, one after the other."""
    here.serve()
    drained = _held_back(here, lambda: _fill(here, events))
    floor = here.play("relay_floor", green=False, bus=here.rabbit.url, filing=here.dsn(DATABASE), n=events)
    return drained, float(floor)


def _held_back(here: Stage, fill: Callable[[], None]) -> float:
    """Fill the outbox while we hold the relay's lock, let go, and see the relay drain it."""
    with here.database(DATABASE) as connection, connection.cursor() as cursor:
        cursor.execute(LOCK)
        fill()
        here.serve("filing")
    wait_until(lambda: not here.execute(DATABASE, "SELECT 1 FROM outbox WHERE sent_at IS NULL LIMIT 1"), 300)
    marks = here.execute(DATABASE, "SELECT extract(epoch FROM sent_at) FROM outbox")
    return rate([float(at) for at, in marks])


def rate(marks: list[float]) -> float:
    """Events a second between the first marking and the last but one.

    At both the next batch is on its way already; at the last there is none.
    """
    (first, _), *between, _ = sorted(Counter(marks).items())
    return sum(count for _, count in between) / (between[-1][0] - first)


def _fill(here: Stage, events: int) -> None:
    here.execute(DATABASE, FILL, events)
    here.execute(DATABASE, "DELETE FROM outbox WHERE sent_at IS NOT NULL")
    here.execute(DATABASE, "ANALYZE outbox")
