"""What registering a sealed report costs: over the same rows, the same shares on disk, the same cryptography
and as many bare calls, by hand."""

import os
import subprocess
import sys
from statistics import median

from sqlalchemy import create_engine

from bench.figures import Figure, Goal, beside
from bench.matter import ORGAN
from bench.stage import Stage, stage
from deploy.mailbox import ROOT
from rongcuo.chassis.database.history import history_of
from services.clarify.storage import METADATA as OF_CLARIFY
from services.vault.storage import METADATA as OF_VAULT

PAIRS = {"small": 40, "full": 400}
WARM_UP = 10
GROUPS = ("a", "b")
PARTS = ("call", "cryptography", "shares", "commit")
BARE = {"vault": OF_VAULT, "clarify": OF_CLARIFY}


def measure(size: str) -> dict[str, Figure]:
    """`report_ratio`, in ms: who reports is sealed and deposited, then the report is received. Identity runs,
    as clarify asks it whom to keep the report from; that comes after the receipt, and is not in it."""
    with stage("report") as here:
        here.serve("identity", "vault", "clarify")
        for group in GROUPS:
            _hold_ceremony(here, group)
        for service, tables in BARE.items():
            here.postgres.create_database(f"bare_{service}")
            engine = create_engine(here.postgres.url(f"bare_{service}"))
            with engine.begin() as connection:
                history_of(tables).upgrade(connection)
            engine.dispose()
        with here.beginning("echo", bus=here.rabbit.url) as echo:
            assert echo.stdout is not None
            echo.stdout.readline()
            told = here.play("report_pairs", bus=here.rabbit.url, n=PAIRS[size], warm_up=WARM_UP,
                             folder=str(here.var / "bare"),
                             sources={name: here.dsn(f"rongcuo_{name}") for name in BARE},
                             bare={name: here.dsn(f"bare_{name}") for name in BARE})
    return {"report_ratio": report_ratio(told)}


def report_ratio(told: dict[str, list[float]]) -> Figure:
    """From the seconds of each step of each pair."""
    ours = [1000 * seconds for seconds in told["ours"]]
    steps = {name: [1000 * seconds for seconds in told[name]] for name in PARTS}
    floor = [sum(each) for each in zip(*steps.values(), strict=True)]
    return beside(ours, floor, "ms", Goal(limit=2.0, at_most=True),
                  **{f"floor_{name}": round(median(taken), 2) for name, taken in steps.items()})


def _hold_ceremony(here: Stage, group: str) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "rongcuo", "vault", "ceremony", ORGAN, group]
    subprocess.run([*command, f"{group}1", f"{group}2"], input="y\n", text=True, cwd=ROOT, check=True,
                   capture_output=True, env={**os.environ, **here.environment()}, timeout=120)
