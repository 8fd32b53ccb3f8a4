"""What it costs that messages are signed: one signature and one check of an event of usual size."""

import json
import tempfile
import time
from datetime import datetime
from pathlib import Path

from bench import matter
from bench.figures import Figure, percentile
from rongcuo.chassis.messaging.cloudevents import ATTRIBUTES, HEADER, require_source, sealed_event
from rongcuo.chassis.signing import KeyFolder, Seals
from rongcuo.policy.calendar import ZONE

MADE = datetime(2026, 3, 3, tzinfo=ZONE)
TIMES = {"small": 500, "full": 5_000}
VALUES = ("1.0", "0" * 32, "filing.filing_submitted.v1", "filing", "1" * 32, "2026-03-03T09:00:00+08:00", "1",
          "2" * 32)


def measure(size: str) -> dict[str, Figure]:
    """`signing_us`, in microseconds: signing and checking together."""
    headers = {HEADER + name: value for name, value in zip(ATTRIBUTES, VALUES, strict=True)}
    body = json.dumps(matter.content("—"), ensure_ascii=False).encode()
    with tempfile.TemporaryDirectory() as folder:
        seals = Seals(KeyFolder(Path(folder) / "keys"), "filing")
        seals.folder.make("filing", MADE)
        taken = []
        for _ in range(TIMES[size]):
            begun = time.perf_counter()
            require_source(sealed_event(headers, body, seals).headers, body, seals)
            taken.append((time.perf_counter() - begun) * 1e6)
    return {"signing_us": Figure(unit="us", n=len(taken), median=percentile(taken, 0.5),
                                 p99=percentile(taken, 0.99), more={"bytes": len(body)})}
