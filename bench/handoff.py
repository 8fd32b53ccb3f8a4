"""From the commit of a submission to the commits of review's case and notify's task."""

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

PAIRS = {"small": 60, "full": 600}
BARE = "bench_bare"
EVENTS = "SELECT event_id, subject FROM outbox WHERE type_name = 'filing.filing_submitted.v1'"
FILED = "SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) FROM filing"
HEARD = "SELECT event_id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) FROM inbox"
Moments = dict[str, float]


def measure(size: str) -> dict[str, Figure]:
    """`handoff_ratio`, in milliseconds between commits as PostgreSQL's own clock stamps them."""
    with stage("handoff") as here:
        here.serve("filing", "review", "notify")
        here.postgres.create_database(BARE)
        for table in ("sent", "received"):
            here.execute(BARE, f"CREATE TABLE {table} (id text PRIMARY KEY, body text NOT NULL)")
        with here.beginning("handoff_hearer", bus=here.rabbit.url, bare=here.dsn(BARE)) as hearer:
            assert hearer.stdout is not None
            hearer.stdout.readline()
            here.play("handoff_pairs", bus=here.rabbit.url, n=PAIRS[size], bare=here.dsn(BARE))
        ours, floor = _ours(here), _floor(here)
    return {"handoff_ratio": beside(ours, floor, "ms", Goal(limit=2.0, at_most=True))}


def _ours(here: Stage) -> list[float]:
    """Until both have heard it."""
    subjects = dict(here.execute("rongcuo_filing", EVENTS))
    filed = _moments(here, "rongcuo_filing", FILED)
    review, notify = (_moments(here, f"rongcuo_{name}", HEARD) for name in ("review", "notify"))
    return [1000 * (max(review[event], notify[event]) - filed[subject])
            for event, subject in subjects.items()]


def _floor(here: Stage) -> list[float]:
    sent, received = (_moments(here, BARE, FILED.replace("filing", table)) for table in ("sent", "received"))
    return [1000 * (received[each] - at) for each, at in sent.items()]


def _moments(here: Stage, database: str, query: str) -> Moments:
    return {key: float(at) for key, at in here.execute(database, query)}
